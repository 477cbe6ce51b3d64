import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { send } from '../api/send';
import type { ReportList, ReportRow, ReportView } from './views';

export const partnershipsQuery = queryOptions({
  queryKey: ['partnerships'],
  queryFn: () => answer(api.GET('/api/partnerships')),
});

export const partnershipQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id],
    queryFn: () => answer(api.GET('/api/partnerships/{id}', { params: { path: { id } } })),
  });

export const reportsQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'reports'],
    queryFn: () => send<ReportList>('GET', `/partnerships/${id}/reports`, { query: { pageSize: 200 } }),
  });

/** Asked again every second while it is being built. */
export const reportQuery = (id: string, reportId: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'report', reportId],
    queryFn: () => send<ReportView>('GET', `/partnerships/${id}/reports/${reportId}`),
    refetchInterval: ({ state }) => (state.data?.state === 'building' ? 1000 : false),
  });

export const buildReport = (id: string, period: { from: string; to: string }): Promise<ReportRow> =>
  send<ReportRow>('POST', `/partnerships/${id}/reports`, { body: period });

export const reportFile = (id: string, reportId: string, form: 'pdf' | 'xlsx'): string =>
  `/api/partnerships/${id}/reports/${reportId}/document.${form}`;
