import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Views } from '../../api/client';

export type BarrierPageView = Views['BarrierPage'];
export type Barrier = Views['BarrierView'];
export type BarrierRecord = Views['BarrierDto'];
export type BarrierState = Views['BarrierState'];

export const BARRIER_STATES = ['open', 'resolved'] as const satisfies readonly BarrierState[];
export const BARRIER_KINDS = [
  'leadership',
  'time',
  'staffing',
  'data',
  'cooperation',
  'knowledge',
  'other',
] as const satisfies readonly Views['BarrierKind'][];

export type BarrierSearch = { page?: number; state?: BarrierState };

export const barriersQuery = (id: string, search: BarrierSearch) =>
  queryOptions({
    queryKey: ['partnership', id, 'barriers', search],
    queryFn: () =>
      answer(api.GET('/api/partnerships/{id}/barriers', { params: { path: { id }, query: search } })),
    placeholderData: (before) => before,
  });

export const recordBarrier = (id: string, body: BarrierRecord) =>
  answer(api.POST('/api/partnerships/{id}/barriers', { params: { path: { id } }, body }));

export const changeBarrier = (id: string, barrier: Barrier, body: BarrierRecord) =>
  answer(
    api.PUT('/api/partnerships/{id}/barriers/{barrierId}', {
      params: { path: { id, barrierId: barrier.id } },
      body: { ...body, revision: barrier.revision },
    }),
  );
