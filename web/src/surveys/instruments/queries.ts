import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Definition, InstrumentPage, RightRecord } from './views';

const at = (id: string) => ({ path: { id } });

export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => answer(api.GET('/api/instruments')),
});

export const instrumentQuery = (id: string) =>
  queryOptions({
    queryKey: ['instruments', id],
    queryFn: () => answer(api.GET('/api/instruments/{id}', { params: at(id) })),
  });

export const refreshInstruments = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: instrumentsQuery.queryKey });

export const startInstrument = (from?: string) =>
  answer(api.POST('/api/instruments', { body: from === undefined ? {} : { from } }));
export const reviseInstrument = (id: string): Promise<unknown> =>
  answer(api.POST('/api/instruments/{id}/draft', { params: at(id) }));
export const saveDraft = (id: string, revision: number, definition: Definition): Promise<InstrumentPage> =>
  answer(api.PUT('/api/instruments/{id}/draft', { params: at(id), body: { revision, definition } }));
export const discardDraft = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/instruments/{id}/draft', { params: at(id) }));
export const publishDraft = (id: string): Promise<unknown> =>
  answer(api.POST('/api/instruments/{id}/publication', { params: at(id) }));
export const retireInstrument = (id: string): Promise<unknown> =>
  answer(api.POST('/api/instruments/{id}/retirement', { params: at(id) }));
export const restoreInstrument = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/instruments/{id}/retirement', { params: at(id) }));
export const recordRight = (id: string, body: RightRecord): Promise<unknown> =>
  answer(api.PUT('/api/instruments/{id}/right', { params: at(id), body }));
export const withdrawRight = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/instruments/{id}/right', { params: at(id) }));
