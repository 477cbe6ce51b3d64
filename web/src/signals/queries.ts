import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { ContactRecord } from '../cases/views';
import type { GoLiveRecord, GoLiveView, RuleChange, SignalBasis, SignalFilter, SignalOrder } from './views';

export type SignalSearch = {
  page?: number;
  pageSize?: number;
  state?: SignalFilter;
  rule?: string;
  basis?: SignalBasis;
  unitId?: string;
  personId?: string;
  sort?: SignalOrder;
};

const at = (id: string) => ({ path: { id } });

export const signalsQuery = (query: SignalSearch) =>
  queryOptions({
    queryKey: ['signals', query],
    queryFn: () => answer(api.GET('/api/signals', { params: { query } })),
    placeholderData: keepPreviousData,
  });

/** How much waits whose day has come. */
export const dueQuery = queryOptions({
  queryKey: ['signals', 'due'],
  queryFn: () => answer(api.GET('/api/signals/due')),
});

export const signalQuery = (id: string) =>
  queryOptions({
    queryKey: ['signal', id],
    queryFn: () => answer(api.GET('/api/signals/{id}', { params: at(id) })),
  });

/** What a change of one signal may have changed on other pages. */
export const refreshSignals = async (client: QueryClient): Promise<void> => {
  await Promise.all(
    ['signals', 'signal', 'cases', 'case', 'consultants'].map((key) =>
      client.invalidateQueries({ queryKey: [key] }),
    ),
  );
};

export const claimSignal = (id: string): Promise<unknown> =>
  answer(api.POST('/api/signals/{id}/claim', { params: at(id) }));
export const releaseSignal = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/signals/{id}/claim', { params: at(id) }));
export const reassignSignal = (id: string, hatId: string): Promise<unknown> =>
  answer(api.POST('/api/signals/{id}/reassignment', { params: at(id), body: { hatId } }));
export const recordSignalContact = (id: string, body: ContactRecord): Promise<unknown> =>
  answer(api.POST('/api/signals/{id}/contacts', { params: at(id), body }));

export const consultantsQuery = queryOptions({
  queryKey: ['consultants'],
  queryFn: () => answer(api.GET('/api/consultants')),
});

export const goLiveQuery = queryOptions({
  queryKey: ['go-live'],
  queryFn: () => answer(api.GET('/api/go-live')),
});
const HISTORY_PAGE = 20;
export const GO_LIVE_RECORDS = ['go-live', 'records'] as const;
export const goLiveRecordsQuery = (page: number) =>
  queryOptions({
    queryKey: [...GO_LIVE_RECORDS, page],
    queryFn: () =>
      answer(api.GET('/api/go-live/records', { params: { query: { page, pageSize: HISTORY_PAGE } } })),
    placeholderData: keepPreviousData,
  });
export const recordGoLive = (body: GoLiveRecord): Promise<GoLiveView> =>
  answer(api.PUT('/api/go-live', { body }));

export const rulesQuery = queryOptions({
  queryKey: ['signal-rules'],
  queryFn: () => answer(api.GET('/api/signal-rules')),
});
export const rulesHistoryQuery = (page: number) =>
  queryOptions({
    queryKey: ['signal-rules', 'history', page],
    queryFn: () =>
      answer(api.GET('/api/signal-rules/history', { params: { query: { page, pageSize: HISTORY_PAGE } } })),
    placeholderData: keepPreviousData,
  });
export const unitSpellsQuery = queryOptions({
  queryKey: ['signal-rules', 'unit-spells'],
  queryFn: () => answer(api.GET('/api/signal-rules/unit-spells')),
});
export const changeRules = (body: RuleChange): Promise<unknown> =>
  answer(api.PUT('/api/signal-rules', { body }));
export const takeRulesBack = (): Promise<unknown> => answer(api.DELETE('/api/signal-rules/coming'));

export const fetchNotice = async (): Promise<string> => (await answer(api.GET('/api/go-live/notice'))).text;
