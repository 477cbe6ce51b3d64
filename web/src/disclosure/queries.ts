import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Limits } from './views';

export const outputPolicyQuery = queryOptions({
  queryKey: ['output-policy'],
  queryFn: () => answer(api.GET('/api/output-policy')),
});

export const raiseLimits = (body: Limits): Promise<unknown> =>
  answer(api.PUT('/api/output-policy', { body }));
