import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Views } from '../../api/client';

export type CapitalPageView = Views['CapitalPage'];
export type CapitalEntry = Views['CapitalEntryView'];
export type CapitalStanding = Views['CapitalStandingView'];
export type CapitalKind = Views['CapitalKind'];
export type NewEntry = Views['NewCapitalEntryDto'];

export const CAPITAL_KINDS = [
  'paid-in',
  'spent',
  'outcome-payment',
] as const satisfies readonly CapitalKind[];
export const PURPOSES = [
  'staff',
  'courses',
  'specialists',
  'tools',
  'other',
] as const satisfies readonly Views['SpentOn'][];

export type CapitalSearch = { page?: number; kind?: CapitalKind };

export const capitalQuery = (id: string, search: CapitalSearch) =>
  queryOptions({
    queryKey: ['partnership', id, 'capital', search],
    queryFn: () =>
      answer(api.GET('/api/partnerships/{id}/capital', { params: { path: { id }, query: search } })),
    placeholderData: (before) => before,
  });

export const recordEntry = (id: string, body: NewEntry) =>
  answer(api.POST('/api/partnerships/{id}/capital', { params: { path: { id } }, body }));

export const reverseEntry = (id: string, entryId: string, note: string) =>
  answer(
    api.POST('/api/partnerships/{id}/capital/{entryId}/reversal', {
      params: { path: { id, entryId } },
      body: { note },
    }),
  );
