import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { AuditFilter, AuditRole } from './views';

const PAGE = 50;

type Query = {
  from?: string;
  to?: string;
  action?: string;
  role?: AuditRole;
  personId?: string;
  outcome?: 'allowed' | 'denied';
};

const asked = ({ from, to, action, role, person, outcome }: AuditFilter): Query =>
  Object.fromEntries(
    Object.entries({ from, to, action, role, personId: person, outcome }).filter(
      ([, value]) => value !== undefined,
    ),
  );

export const auditQuery = (filter: AuditFilter, page: number) =>
  queryOptions({
    queryKey: ['audit', filter, page],
    queryFn: () =>
      answer(
        api.GET('/api/audit-entries', { params: { query: { ...asked(filter), page, pageSize: PAGE } } }),
      ),
    placeholderData: keepPreviousData,
  });

export const auditCountsQuery = ({ from, to }: AuditFilter) =>
  queryOptions({
    queryKey: ['audit-counts', from, to],
    queryFn: () => answer(api.GET('/api/audit-counts', { params: { query: asked({ from, to }) } })),
    placeholderData: keepPreviousData,
  });

/** Where everything under a filter lies as CSV; ids only are in the address. */
export const auditFile = (filter: AuditFilter): string =>
  `/api/audit-entries.csv?${new URLSearchParams(asked(filter)).toString()}`;
