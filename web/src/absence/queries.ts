import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '../api/page';
import { send } from '../api/send';
import { upload } from '../api/upload';
import type {
  ImportKind,
  ImportProfile,
  ImportRow,
  ImportState,
  ImportView,
  OverviewView,
  Rejection,
} from './views';

export const overviewQuery = (months: number) =>
  queryOptions({
    queryKey: ['overview', months],
    queryFn: () => send<OverviewView>('GET', '/overview', { query: { months } }),
    placeholderData: keepPreviousData,
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
