import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: () => answer(api.GET('/api/units')),
});

export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id],
    queryFn: () => answer(api.GET('/api/units/{id}', { params: { path: { id } } })),
  });
