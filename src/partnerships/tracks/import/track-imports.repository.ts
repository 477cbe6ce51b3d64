import { change, row, rows, type Tx } from '../../../platform/database/rows.js';

export const TRACK_IMPORT_STATES = ['waiting', 'recorded', 'failed', 'undoing', 'undone'] as const;
export type TrackImportState = (typeof TRACK_IMPORT_STATES)[number];

export interface TrackImportCounts {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Of weeks put back, and of those that somebody has changed since and that stay. */
  readonly undone?: number;
  readonly left?: number;
}

export interface TrackImport {
  readonly tenantId: string;
  readonly id: string;
  readonly fileName: string;
  readonly fileId: string | null;
  readonly fileBytes: number;
  readonly state: TrackImportState;
  readonly failure: string | null;
  readonly counts: TrackImportCounts | null;
  readonly createdByHat: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
}

export interface ImportKey {
  readonly tenantId: string;
  readonly id: string;
}

const COLUMNS = `tenant_id as "tenantId", id, file_name as "fileName", file_id as "fileId", file_bytes as "fileBytes", state,
  failure, counts, created_by_hat as "createdByHat", created_at as "createdAt", finished_at as "finishedAt",
  undone_at as "undoneAt"`;

export const addTrackImport = async (
  tx: Tx,
  wanted: Pick<TrackImport, 'tenantId' | 'fileName' | 'fileId' | 'fileBytes' | 'createdByHat' | 'createdAt'>,
): Promise<TrackImport> => {
  const made = await row<TrackImport>(
    tx,
    `insert into track_imports (tenant_id, file_name, file_id, file_bytes, state, created_by_hat, created_at)
     values ($1, $2, $3, $4, 'waiting', $5, $6) returning ${COLUMNS}`,
    [
      wanted.tenantId,
      wanted.fileName,
      wanted.fileId,
      wanted.fileBytes,
      wanted.createdByHat,
      wanted.createdAt,
    ],
  );
  if (!made) throw new Error('the import was not recorded');
  return made;
};

export const findTrackImport = (tx: Tx, { tenantId, id }: ImportKey): Promise<TrackImport | null> =>
  row<TrackImport>(tx, `select ${COLUMNS} from track_imports where tenant_id = $1 and id = $2`, [
    tenantId,
    id,
  ]);

export const listTrackImports = async (
  tx: Tx,
  tenantId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: TrackImport[]; readonly total: number }> => {
  const found = await rows<TrackImport & { total: number }>(
    tx,
    `select ${COLUMNS}, count(*) over ()::int as total from track_imports where tenant_id = $1
     order by created_at desc, id desc limit $2 offset $3`,
    [tenantId, page.limit, page.offset],
  );
  return { items: found.map(({ total: _total, ...each }) => each), total: found[0]?.total ?? 0 };
};

/** The end of an import: what it came to, or why it could not be taken. Its raw file is needed no more. */
export const endTrackImport = (
  tx: Tx,
  { tenantId, id }: ImportKey,
  end: { readonly counts?: TrackImportCounts; readonly failure?: string; readonly at: Date },
): Promise<number> =>
  change(
    tx,
    `update track_imports set state = case when $4::text is null then 'recorded' else 'failed' end, counts = $3,
       failure = $4, finished_at = $5, file_id = null
     where tenant_id = $1 and id = $2 and state = 'waiting'`,
    [tenantId, id, end.counts ? JSON.stringify(end.counts) : null, end.failure ?? null, end.at],
  );

/** Asks for an import to be put back. Returns whether it stood to be. */
export const beginUndo = async (tx: Tx, { tenantId, id }: ImportKey): Promise<boolean> =>
  (await change(
    tx,
    `update track_imports set state = 'undoing' where tenant_id = $1 and id = $2 and state = 'recorded'`,
    [tenantId, id],
  )) > 0;

export const endUndo = (
  tx: Tx,
  { tenantId, id }: ImportKey,
  end: { readonly undone: number; readonly left: number; readonly at: Date },
): Promise<number> =>
  change(
    tx,
    `update track_imports set state = 'undone', counts = counts || jsonb_build_object('undone', $3::int, 'left', $4::int),
       undone_at = $5
     where tenant_id = $1 and id = $2 and state = 'undoing'`,
    [tenantId, id, end.undone, end.left, end.at],
  );
