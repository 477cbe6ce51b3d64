import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { SaveContract } from './views';

const of = (id: string) => ({ params: { path: { id } } });
const ofVersion = (id: string, version: number) => ({ params: { path: { id, version } } });

export const contractQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'contract'],
    queryFn: () => answer(api.GET('/api/partnerships/{id}/contract', of(id))),
  });

export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['partnership', id, 'contract', version],
    queryFn: () =>
      answer(api.GET('/api/partnerships/{id}/contract/versions/{version}', ofVersion(id, version))),
  });

export const changesQuery = (id: string, version: number, against: number) =>
  queryOptions({
    queryKey: ['partnership', id, 'contract', version, 'against', against],
    queryFn: () =>
      answer(
        api.GET('/api/partnerships/{id}/contract/versions/{version}/changes', {
          params: { path: { id, version }, query: { against } },
        }),
      ),
  });

/** Asked again every second until it is frozen. */
export const baselineQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'contract', 'baseline'],
    queryFn: () => answer(api.GET('/api/partnerships/{id}/contract/baseline', of(id))),
    refetchInterval: ({ state }) => (state.data?.frozenAt === null ? 1000 : false),
  });

export const startDraft = (id: string) =>
  answer(api.POST('/api/partnerships/{id}/contract/versions', of(id)));

export const saveDraft = (id: string, version: number, body: SaveContract) =>
  answer(api.PUT('/api/partnerships/{id}/contract/versions/{version}', { ...ofVersion(id, version), body }));

export const discardDraft = (id: string, version: number) =>
  answer(api.DELETE('/api/partnerships/{id}/contract/versions/{version}', ofVersion(id, version)));

export const propose = (id: string, version: number) =>
  answer(api.POST('/api/partnerships/{id}/contract/versions/{version}/proposal', ofVersion(id, version)));

export const sendBack = (id: string, version: number) =>
  answer(api.DELETE('/api/partnerships/{id}/contract/versions/{version}/proposal', ofVersion(id, version)));

export const agree = (id: string, version: number, hash: string) =>
  answer(
    api.POST('/api/partnerships/{id}/contract/versions/{version}/agreement', {
      ...ofVersion(id, version),
      body: { hash },
    }),
  );

/** Name, parties and workplaces of the partnership follow from what was agreed. */
export const refreshPartnership = (client: QueryClient, id: string): Promise<void> =>
  client.invalidateQueries({ queryKey: ['partnership', id] });
