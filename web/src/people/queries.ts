import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { PeopleOrder } from './views';

const PAGE = 50;

/** The text searched for travels in the body: names belong in no address and no log. */
export const peopleSearch = ({ text, left, page }: { text: string; left: boolean; page: number }) =>
  queryOptions({
    queryKey: ['people', text, left, page],
    queryFn: () => answer(api.POST('/api/people/searches', { body: { text, left, page, pageSize: PAGE } })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const unitPeopleQuery = (id: string, page: number, sort: PeopleOrder) =>
  queryOptions({
    queryKey: ['unit', id, 'people', page, sort],
    queryFn: () =>
      answer(
        api.GET('/api/units/{id}/people', {
          params: { path: { id }, query: { page, pageSize: PAGE, sort } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: () => answer(api.GET('/api/people/{id}', { params: { path: { id } } })),
  });

/** What a report of absence may have changed on other pages. */
export const refreshPerson = async (client: QueryClient): Promise<void> => {
  await Promise.all(
    ['person', 'overview', 'unit', 'signals'].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
};
