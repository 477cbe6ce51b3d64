import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '../api/page';
import { send } from '../api/send';
import type { UnitNode, UnitPerson, UnitView } from './views';

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: () => send<UnitNode[]>('GET', '/units'),
});

export const unitQuery = (id: string) =>
  queryOptions({ queryKey: ['unit', id], queryFn: () => send<UnitView>('GET', `/units/${id}`) });

export const unitPeopleQuery = (id: string, query: { page: number; sort?: string | undefined }) =>
  queryOptions({
    queryKey: ['unit', id, 'people', query],
    queryFn: () => send<Page<UnitPerson>>('GET', `/units/${id}/people`, { query }),
    placeholderData: keepPreviousData,
  });
