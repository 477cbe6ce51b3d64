import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const representativeFiguresQuery = queryOptions({
  queryKey: ['representative-figures'],
  queryFn: () => answer(api.GET('/api/representative-figures')),
});

export const partnershipsQuery = queryOptions({
  queryKey: ['partnerships'],
  queryFn: () => answer(api.GET('/api/partnerships')),
});

export const partnershipQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id],
    queryFn: () => answer(api.GET('/api/partnerships/{id}', { params: { path: { id } } })),
  });

/** As many as the API gives at once: a partnership's cuts are few. */
const ALL = 200;

export const reportsQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'reports'],
    queryFn: () =>
      answer(
        api.GET('/api/partnerships/{id}/reports', { params: { path: { id }, query: { pageSize: ALL } } }),
      ),
  });

/** Asked again every second while it is being built. */
export const reportQuery = (id: string, reportId: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'report', reportId],
    queryFn: () =>
      answer(api.GET('/api/partnerships/{id}/reports/{reportId}', { params: { path: { id, reportId } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'building' ? 1000 : false),
  });

export const buildReport = (id: string, body: { from: string; to: string }) =>
  answer(api.POST('/api/partnerships/{id}/reports', { params: { path: { id } }, body }));

type Document = { form: 'pdf' | 'xlsx' | 'csv'; language: string };

export const reportFile = (id: string, reportId: string, { form, language }: Document): string =>
  `/api/partnerships/${id}/reports/${reportId}/document.${form}?language=${language}`;
