import { queryOptions } from '@tanstack/react-query';
import type { Page } from '../api/page';
import { send } from '../api/send';
import type { PartnershipRow, PartnershipView, ReportRow, ReportView } from './views';

export const partnershipsQuery = queryOptions({
  queryKey: ['partnerships'],
  queryFn: () => send<Page<PartnershipRow>>('GET', '/partnerships'),
});

export const partnershipQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id],
    queryFn: () => send<PartnershipView>('GET', `/partnerships/${id}`),
  });

export const reportsQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'reports'],
    queryFn: () => send<Page<ReportRow>>('GET', `/partnerships/${id}/reports`),
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
