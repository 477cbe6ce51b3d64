import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { upload } from '../api/upload';
import type { Benefit, CitizenOrder, CitizenView, ContactFilter, ContactKind, TrackImport } from './views';

const PAGE = 50;
/** A day's work, and no more than a phone can be scrolled through. */
const CITIZENS = 25;
const CONTACTS = 10;
const at = (id: string) => ({ path: { id } });

export type CitizensWanted = {
  page: number;
  scope: 'mine' | 'all';
  sort: CitizenOrder;
  benefit?: Benefit;
  contact?: ContactFilter;
};

export const citizensQuery = (wanted: CitizensWanted) =>
  queryOptions({
    queryKey: ['citizens', wanted],
    queryFn: () => answer(api.GET('/api/citizens', { params: { query: { ...wanted, pageSize: CITIZENS } } })),
    placeholderData: keepPreviousData,
  });

export const citizenQuery = (id: string) =>
  queryOptions({
    queryKey: ['citizen', id],
    queryFn: () => answer(api.GET('/api/citizens/{id}', { params: at(id) })),
  });

export const contactsQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['citizen', id, 'contacts', page],
    queryFn: () =>
      answer(
        api.GET('/api/citizens/{id}/contacts', {
          params: { ...at(id), query: { page, pageSize: CONTACTS } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** The case number travels in the body: it belongs in no address and no log. */
export const findCitizen = (caseNumber: string): Promise<{ id: string }> =>
  answer(api.POST('/api/citizens/searches', { body: { caseNumber } }));

export type NewContact = { kind: ContactKind; plannedOn: string; heldOn: string | null };

export const planContact = (id: string, body: NewContact): Promise<CitizenView> =>
  answer(api.POST('/api/citizens/{id}/contacts', { params: at(id), body }));

export const holdContact = (id: string, contactId: string, heldOn: string): Promise<CitizenView> =>
  answer(
    api.PUT('/api/citizens/{id}/contacts/{contactId}', {
      params: { path: { id, contactId } },
      body: { heldOn },
    }),
  );

export const cancelContact = (id: string, contactId: string) =>
  answer(api.DELETE('/api/citizens/{id}/contacts/{contactId}', { params: { path: { id, contactId } } }));

export const refreshCitizens = async (client: QueryClient): Promise<void> => {
  await Promise.all(['citizen', 'citizens'].map((key) => client.invalidateQueries({ queryKey: [key] })));
};

const isMoving = ({ state }: TrackImport): boolean => state === 'waiting' || state === 'undoing';

/** Asked again every second while one of them is being worked on. */
export const trackImportsQuery = (page: number) =>
  queryOptions({
    queryKey: ['track-imports', page],
    queryFn: () => answer(api.GET('/api/track-imports', { params: { query: { page, pageSize: PAGE } } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) === true ? 1000 : false),
  });

export const trackRejectionsQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['track-imports', id, 'rejections', page],
    queryFn: () =>
      answer(
        api.GET('/api/track-imports/{id}/rejections', {
          params: { ...at(id), query: { page, pageSize: PAGE } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const uploadWeeks = (file: File): Promise<TrackImport> =>
  upload<TrackImport>({
    path: '/api/track-imports',
    fields: {},
    file,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });

export const undoImport = (id: string): Promise<TrackImport> =>
  answer(api.POST('/api/track-imports/{id}/reversal', { params: at(id) }));

export const trackWorkersQuery = queryOptions({
  queryKey: ['track-workers'],
  queryFn: () => answer(api.GET('/api/track-workers')),
});

export const linkWorker = (id: string, hatId: string | null) =>
  answer(api.PUT('/api/track-workers/{id}/login', { params: at(id), body: { hatId } }));
