import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { RoleRule } from '../views';

export const directoryQuery = queryOptions({
  queryKey: ['scim-roles'],
  queryFn: () => answer(api.GET('/api/scim-roles')),
});

/** Takes the place of every rule there was. */
export const saveRules = (rules: RoleRule[]): Promise<unknown> =>
  answer(api.PUT('/api/scim-roles', { body: { rules } }));
