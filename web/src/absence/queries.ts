import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Page } from '../api/page';
import { send } from '../api/send';
import { upload } from '../api/upload';
import type { ImportKind, ImportProfile, ImportRow, ImportState, ImportView, Rejection } from './views';

export type TrendMonths = 24 | 36 | 48;

export const overviewQuery = (months: TrendMonths) =>
  queryOptions({
    queryKey: ['overview', months],
    queryFn: () => answer(api.GET('/api/overview', { params: { query: { months } } })),
    placeholderData: keepPreviousData,
  });

export const unitFiguresQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id, 'figures'],
    queryFn: () => answer(api.GET('/api/units/{id}/figures', { params: { path: { id } } })),
  });

/** Who is absent today, of a unit or of everybody in reach. */
export const openSpellsQuery = (query: { unitId?: string; pageSize: number }) =>
  queryOptions({
    queryKey: ['unit', 'open-spells', query],
    queryFn: () => answer(api.GET('/api/open-spells', { params: { query } })),
  });

export const personAbsenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id, 'absence'],
    queryFn: () => answer(api.GET('/api/people/{id}/absence', { params: { path: { id } } })),
  });

export const importsQuery = (query: { page: number; state?: ImportState | undefined }) =>
  queryOptions({
    queryKey: ['imports', query],
    queryFn: () => send<Page<ImportRow>>('GET', '/imports', { query }),
    placeholderData: keepPreviousData,
  });

const MOVING: readonly ImportState[] = ['analysing', 'confirmed', 'applying', 'undoing'];
export const isMoving = (state: ImportState): boolean => MOVING.includes(state);

/** Asked again every second while the server works on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => send<ImportView>('GET', `/imports/${id}`),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data.state) ? 1000 : false),
  });

export const rejectionsQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['import', id, 'rejections', page],
    queryFn: () => send<Page<Rejection>>('GET', `/imports/${id}/rejections`, { query: { page } }),
    placeholderData: keepPreviousData,
  });

export const profilesQuery = queryOptions({
  queryKey: ['import-profiles'],
  queryFn: () => send<Page<ImportProfile>>('GET', '/import-profiles'),
});

export type NewImport = { kind: ImportKind; dataAsOf: string; file: File };

export const uploadImport = (
  { kind, dataAsOf, file }: NewImport,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportView> =>
  upload<ImportView>({ path: '/imports', fields: { kind, dataAsOf }, file, onProgress, signal });

export type Mapping = { mapping: Record<string, string>; profileName: string | null };

export const mapImport = (id: string, body: Mapping): Promise<ImportView> =>
  send<ImportView>('PUT', `/imports/${id}/mapping`, { body });

/** The three turns a mapped import can take. */
export type ImportTurn = 'confirmation' | 'cancellation' | 'reversal';
export const turnImport = (id: string, turn: ImportTurn): Promise<ImportView> =>
  send<ImportView>('POST', `/imports/${id}/${turn}`);

export const rejectionsFile = (id: string): string => `/api/imports/${id}/rejections.csv`;
