import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { GrantMandate, MandateScope } from './views';

const at = (id: string) => ({ path: { id } });

export const mandatesQuery = queryOptions({
  queryKey: ['mandates'],
  queryFn: () => answer(api.GET('/api/mandates')),
});

export const ownMandatesQuery = queryOptions({
  queryKey: ['own-mandates'],
  queryFn: () => answer(api.GET('/api/own-mandates')),
});

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => answer(api.GET('/api/providers')),
});

export const grantMandate = (body: GrantMandate): Promise<unknown> =>
  answer(api.POST('/api/mandates', { body }));
export const narrowMandate = (id: string, body: MandateScope): Promise<unknown> =>
  answer(api.POST('/api/mandates/{id}/narrowing', { params: at(id), body }));
export const endMandate = (id: string, lastOn: string | null): Promise<unknown> =>
  answer(api.POST('/api/mandates/{id}/ending', { params: at(id), body: { lastOn } }));
