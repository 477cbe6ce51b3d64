import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Views } from '../api/client';
import { upload } from '../api/upload';
import type { ImportKind, ImportState, ImportView } from './views';

const PAGE = 50;
const at = (id: string) => ({ path: { id } });

export const importsQuery = (page: number, state: ImportState | undefined) =>
  queryOptions({
    queryKey: ['imports', page, state],
    queryFn: () =>
      answer(
        api.GET('/api/imports', {
          params: { query: { page, pageSize: PAGE, ...(state === undefined ? {} : { state }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

const MOVING: readonly ImportState[] = ['analysing', 'confirmed', 'applying', 'undoing'];
/** Whether the server works on it by itself. */
export const isMoving = (state: ImportState): boolean => MOVING.includes(state);

/** Asked again every second while the server works on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => answer(api.GET('/api/imports/{id}', { params: at(id) })),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data.state) ? 1000 : false),
  });

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id, 'preview'],
    staleTime: Infinity,
    queryFn: () => answer(api.GET('/api/imports/{id}/preview', { params: at(id) })),
  });

export const rejectionsQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['import', id, 'rejections', page],
    queryFn: () =>
      answer(
        api.GET('/api/imports/{id}/rejections', { params: { ...at(id), query: { page, pageSize: PAGE } } }),
      ),
    placeholderData: keepPreviousData,
  });

export const rejectionsFile = (id: string): string => `/api/imports/${id}/rejections.csv`;

export const profilesQuery = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['import-profiles', kind],
    queryFn: () => answer(api.GET('/api/import-profiles', { params: { query: { kind } } })),
  });

export type NewImport = {
  kind: ImportKind;
  source: string;
  profileId: string | null;
  dataAsOf: string;
  file: File;
};

export const uploadImport = (
  { kind, source, profileId, dataAsOf, file }: NewImport,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportView> => {
  const how: Record<string, string> = profileId === null ? { source } : { profileId };
  return upload<ImportView>({
    path: '/api/imports',
    fields: { kind, dataAsOf, ...how },
    file,
    onProgress,
    signal,
  });
};

/** Says which column holds what, and tries the file. */
export const tryImport = async (id: string, body: Views['MappingDto']): Promise<ImportView> => {
  await answer(api.PUT('/api/imports/{id}/mapping', { params: at(id), body }));
  return answer(api.POST('/api/imports/{id}/analysis', { params: at(id) }));
};

/** The turns a tried import can take. */
export type ImportTurn = 'confirmation' | 'cancellation' | 'reversal';
export const turnImport = (id: string, turn: ImportTurn): Promise<ImportView> => {
  if (turn === 'confirmation') return answer(api.POST('/api/imports/{id}/confirmation', { params: at(id) }));
  if (turn === 'cancellation') return answer(api.POST('/api/imports/{id}/cancellation', { params: at(id) }));
  return answer(api.POST('/api/imports/{id}/reversal', { params: at(id) }));
};
