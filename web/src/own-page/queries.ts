import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Views } from '../api/client';
import type { RequestState } from './views';

const PAGE = 25;

export const ownPageQuery = queryOptions({
  queryKey: ['own-page'],
  queryFn: () => answer(api.GET('/api/own-page')),
});

export const ownSignalsQuery = queryOptions({
  queryKey: ['own-page', 'signals'],
  queryFn: () => answer(api.GET('/api/own-page/signals')),
});

export const lookUpsQuery = (page: number) =>
  queryOptions({
    queryKey: ['own-page', 'look-ups', page],
    queryFn: () => answer(api.GET('/api/own-page/look-ups', { params: { query: { page, pageSize: PAGE } } })),
    placeholderData: keepPreviousData,
  });

export const ownRequestsQuery = queryOptions({
  queryKey: ['own-page', 'requests'],
  queryFn: () => answer(api.GET('/api/own-page/requests')),
});

export const ask = (body: Views['AskDto']) => answer(api.POST('/api/own-page/requests', { body }));

export const withdraw = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/own-page/requests/{id}', { params: { path: { id } } }));

const REQUESTS = 'employee-requests';

/** How many requests wait for an answer, looked at anew now and then. */
export const waitingQuery = queryOptions({
  queryKey: [REQUESTS, 'waiting'],
  queryFn: () => answer(api.GET('/api/employee-requests/waiting')),
  refetchInterval: 5 * 60_000,
});

export const requestsQuery = (state: RequestState | undefined, page: number) =>
  queryOptions({
    queryKey: [REQUESTS, state, page],
    queryFn: () =>
      answer(
        api.GET('/api/employee-requests', {
          params: { query: { page, pageSize: PAGE, ...(state === undefined ? {} : { state }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const decide = (id: string, body: Views['DecideDto']): Promise<unknown> =>
  answer(api.POST('/api/employee-requests/{id}/decision', { params: { path: { id } }, body }));
