import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Role } from '../views';

export const roleQuery = (role: Role) =>
  queryOptions({
    queryKey: ['roles', role],
    queryFn: () => answer(api.GET('/api/roles/{role}/view', { params: { path: { role } } })),
  });
