import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { send } from '../api/send';
import type { UnitFigures } from './views';

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: () => answer(api.GET('/api/units')),
});

export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id],
    queryFn: () => answer(api.GET('/api/units/{id}', { params: { path: { id } } })),
  });

export const unitFiguresQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id, 'figures'],
    queryFn: () => send<UnitFigures>('GET', `/units/${id}/figures`),
  });
