import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

const path = (id: string) => ({ params: { path: { id } } });
const onePath = (id: string, settlementId: string) => ({ params: { path: { id, settlementId } } });

/** Asked again every second while something is being estimated. */
export const effectQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'effect'],
    queryFn: () => answer(api.GET('/api/partnerships/{id}/effect', path(id))),
    refetchInterval: ({ state }) =>
      state.data?.plans.some(({ estimate }) => estimate?.state === 'building') === true ? 1000 : false,
  });

export const savePlans = (id: string) => answer(api.POST('/api/partnerships/{id}/effect/plans', path(id)));

export const orderEstimate = (id: string, planId: string) =>
  answer(api.POST('/api/partnerships/{id}/effect/estimates', { ...path(id), body: { planId } }));

/** Asked again every second while one is being drawn up. */
export const settlementsQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'settlements'],
    queryFn: () => answer(api.GET('/api/partnerships/{id}/settlements', path(id))),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => item.state === 'building') === true ? 1000 : false,
  });

export const settlementQuery = (id: string, settlementId: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'settlements', settlementId],
    queryFn: () =>
      answer(api.GET('/api/partnerships/{id}/settlements/{settlementId}', onePath(id, settlementId))),
    refetchInterval: ({ state }) => (state.data?.state === 'building' ? 1000 : false),
  });

export type SettlementOrder = {
  from: string;
  to: string;
  delivered: Record<string, number>;
  correctsId: string | null;
};

export const orderSettlement = (id: string, body: SettlementOrder) =>
  answer(api.POST('/api/partnerships/{id}/settlements', { ...path(id), body }));

export type Act =
  | { step: 'comment'; note: string }
  | { step: 'withdraw'; note: string }
  | { step: 'approve'; statementHash: string }
  | { step: 'sign'; statementHash: string }
  | { step: 'send' };

const STEPS = '/api/partnerships/{id}/settlements/{settlementId}' as const;

export const takeStep = (id: string, settlementId: string, act: Act) => {
  const at = onePath(id, settlementId);
  switch (act.step) {
    case 'comment':
      return answer(api.POST(`${STEPS}/comment`, { ...at, body: { note: act.note } }));
    case 'withdraw':
      return answer(api.POST(`${STEPS}/withdraw`, { ...at, body: { note: act.note } }));
    case 'approve':
      return answer(api.POST(`${STEPS}/approve`, { ...at, body: { statementHash: act.statementHash } }));
    case 'sign':
      return answer(api.POST(`${STEPS}/sign`, { ...at, body: { statementHash: act.statementHash } }));
    case 'send':
      return answer(api.POST(`${STEPS}/send`, at));
  }
};

export const bundleFile = (id: string, settlementId: string): string =>
  `/api/partnerships/${id}/settlements/${settlementId}/bundle.json`;
