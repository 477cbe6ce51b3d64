import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { TrialQuestion } from './views';

/** Asked again every second while the figures are being read. */
export const labQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'lab'],
    queryFn: () => answer(api.GET('/api/partnerships/{id}/lab', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'building' ? 1000 : false),
  });

export const readLab = (id: string) =>
  answer(api.POST('/api/partnerships/{id}/lab', { params: { path: { id } } }));

const PAGE_SIZE = 10;

export const trialsQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['partnership', id, 'trials', page],
    queryFn: () =>
      answer(
        api.GET('/api/partnerships/{id}/lab/trials', {
          params: { path: { id }, query: { page, pageSize: PAGE_SIZE } },
        }),
      ),
  });

export const trialQuery = (id: string, trialId: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'trial', trialId],
    queryFn: () =>
      answer(api.GET('/api/partnerships/{id}/lab/trials/{trialId}', { params: { path: { id, trialId } } })),
    staleTime: Infinity,
  });

export const makeTrial = (id: string, body: TrialQuestion) =>
  answer(api.POST('/api/partnerships/{id}/lab/trials', { params: { path: { id } }, body }));
