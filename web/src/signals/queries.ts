import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Page } from '../api/page';
import { send } from '../api/send';
import type { ContactRecord } from '../cases/views';
import type { GoLiveRecord, GoLiveView, SignalRow, SignalView } from './views';

export type SignalFilter = {
  page: number;
  state?: string | undefined;
  rule?: string | undefined;
  unit?: string | undefined;
  person?: string | undefined;
  sort?: string | undefined;
};

export const signalsQuery = (query: SignalFilter) =>
  queryOptions({
    queryKey: ['signals', query],
    queryFn: () => send<Page<SignalRow>>('GET', '/signals', { query }),
    placeholderData: keepPreviousData,
  });

export const signalQuery = (id: string) =>
  queryOptions({ queryKey: ['signal', id], queryFn: () => send<SignalView>('GET', `/signals/${id}`) });

/** What a change of one signal may have changed on other pages. */
export const refreshSignals = async (client: QueryClient): Promise<void> => {
  await Promise.all(
    ['signals', 'signal', 'cases', 'case', 'overview'].map((key) =>
      client.invalidateQueries({ queryKey: [key] }),
    ),
  );
};

export const claimSignal = (id: string): Promise<unknown> => send('POST', `/signals/${id}/claim`);
export const releaseSignal = (id: string): Promise<unknown> => send('DELETE', `/signals/${id}/claim`);

export const recordSignalContact = (id: string, body: ContactRecord): Promise<unknown> =>
  send('POST', `/signals/${id}/contacts`, { body });

export const goLiveQuery = queryOptions({
  queryKey: ['go-live'],
  queryFn: () => answer(api.GET('/api/go-live')),
});
export const recordGoLive = (body: GoLiveRecord): Promise<GoLiveView> =>
  answer(api.PUT('/api/go-live', { body }));

export const rulesQuery = queryOptions({
  queryKey: ['signal-rules'],
  queryFn: () => answer(api.GET('/api/signal-rules')),
});
