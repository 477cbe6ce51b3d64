import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export type TrendMonths = 24 | 36 | 48;

export const overviewQuery = (months: TrendMonths) =>
  queryOptions({
    queryKey: ['overview', months],
    queryFn: () => answer(api.GET('/api/overview', { params: { query: { months } } })),
    placeholderData: keepPreviousData,
  });

export const unitFiguresQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id, 'figures'],
    queryFn: () => answer(api.GET('/api/units/{id}/figures', { params: { path: { id } } })),
  });

/** Who is absent today, of a unit or of everybody in reach. */
export const openSpellsQuery = (query: { unitId?: string; pageSize: number }) =>
  queryOptions({
    queryKey: ['unit', 'open-spells', query],
    queryFn: () => answer(api.GET('/api/open-spells', { params: { query } })),
  });

export const personAbsenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id, 'absence'],
    queryFn: () => answer(api.GET('/api/people/{id}/absence', { params: { path: { id } } })),
  });
