import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import type { Table, TableEncoding } from '../../platform/tables/table.js';
import type { ImportKind } from './domain/fields.js';
import type { ImportState } from './domain/import-state.js';
import { columnNames, decodeMapping, type ColumnMapping } from './domain/mapping.js';

/** What a file looks like from outside: no cell of it. */
export interface Outline {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TableEncoding | null;
  readonly separator: string | null;
  readonly sheet: string | null;
  readonly columns: readonly string[];
}

export interface ImportCounts {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly rejected: number;
  readonly warnings: number;
}

export interface StoredImport {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: ImportKind;
  readonly source: string;
  readonly fileName: string;
  readonly fileId: string | null;
  readonly fileBytes: number;
  readonly profileId: string | null;
  readonly mapping: ColumnMapping;
  readonly outline: Outline;
  readonly dataAsOf: LocalDate;
  /** Days for which the file is complete; null for a delta. */
  readonly window: Period | null;
  readonly state: ImportState;
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly counts: ImportCounts | null;
  readonly failure: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
}

export const outlineOf = (table: Table): Outline => ({
  format: table.kind,
  encoding: table.encoding,
  separator: table.separator,
  sheet: table.sheet,
  columns: columnNames(table.columns),
});

const COLUMNS = `tenant_id as "tenantId", id, kind, source, file_name as "fileName", file_id as "fileId", file_bytes as "fileBytes",
  profile_id as "profileId", mapping, outline, data_as_of as "dataAsOf", lower(snapshot_window) as "windowFrom",
  upper(snapshot_window) - 1 as "windowTo", state, rows_read as "rowsRead", bytes_read as "bytesRead", counts, failure,
  created_by as "createdBy", created_at as "createdAt", confirmed_at as "confirmedAt", finished_at as "finishedAt",
  undone_at as "undoneAt"`;

type Row = Omit<StoredImport, 'mapping' | 'window'> & {
  readonly mapping: unknown;
  readonly windowFrom: LocalDate | null;
  readonly windowTo: LocalDate | null;
};

const decode = ({ mapping, windowFrom, windowTo, ...found }: Row): StoredImport => ({
  ...found,
  mapping: decodeMapping(found.kind, mapping),
  window: windowFrom && windowTo ? { from: windowFrom, to: windowTo } : null,
});

export type NewImport = Pick<
  StoredImport,
  | 'tenantId'
  | 'kind'
  | 'source'
  | 'fileName'
  | 'fileId'
  | 'fileBytes'
  | 'profileId'
  | 'mapping'
  | 'outline'
  | 'dataAsOf'
  | 'window'
  | 'state'
  | 'createdBy'
>;

export const addImport = async (tx: Tx, fresh: NewImport): Promise<StoredImport> => {
  const made = await row<Row>(
    tx,
    `insert into imports (tenant_id, kind, source, file_name, file_id, file_bytes, profile_id, mapping, outline, data_as_of,
       snapshot_window, state, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, daterange($11, $12, '[]'), $13, $14) returning ${COLUMNS}`,
    [
      fresh.tenantId,
      fresh.kind,
      fresh.source,
      fresh.fileName,
      fresh.fileId,
      fresh.fileBytes,
      fresh.profileId,
      JSON.stringify(fresh.mapping),
      JSON.stringify(fresh.outline),
      fresh.dataAsOf,
      fresh.window?.from ?? null,
      fresh.window?.to ?? null,
      fresh.state,
      fresh.createdBy,
    ],
  );
  if (!made) throw new Error('the import was not recorded');
  return decode(made);
};

export const findImport = async (tx: Tx, tenantId: string, id: string): Promise<StoredImport | null> => {
  const found = await row<Row>(tx, `select ${COLUMNS} from imports where tenant_id = $1 and id = $2`, [
    tenantId,
    id,
  ]);
  return found && decode(found);
};

export const listImports = async (
  tx: Tx,
  tenantId: string,
  page: { readonly limit: number; readonly offset: number; readonly state: ImportState | null },
): Promise<{ readonly items: StoredImport[]; readonly total: number }> => {
  const items = await rows<Row>(
    tx,
    `select ${COLUMNS} from imports where tenant_id = $1 and ($4::text is null or state = $4)
     order by created_at desc, id desc limit $2 offset $3`,
    [tenantId, page.limit, page.offset, page.state],
  );
  const counted = await row<{ total: number }>(
    tx,
    'select count(*) as total from imports where tenant_id = $1 and ($2::text is null or state = $2)',
    [tenantId, page.state],
  );
  return { items: items.map(decode), total: counted?.total ?? 0 };
};

/** Moves an import on, if it is still in one of these states. Returns it as it then is, or null. */
export const moveImport = async (
  tx: Tx,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  from: readonly ImportState[],
  to: ImportState,
): Promise<StoredImport | null> => {
  const moved = await row<Row>(
    tx,
    `update imports set state = $4, failure = null,
       finished_at = case when $4 in ('applied', 'cancelled', 'failed', 'undone') then coalesce(finished_at, now()) end
     where tenant_id = $1 and id = $2 and state = any ($3) returning ${COLUMNS}`,
    [tenantId, id, from, to],
  );
  return moved && decode(moved);
};

export const failImport = async (
  tx: Tx,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  failure: string,
): Promise<void> => {
  await change(
    tx,
    `update imports set state = 'failed', failure = $3, finished_at = now() where tenant_id = $1 and id = $2 and state <> 'cancelled'`,
    [tenantId, id, failure],
  );
};
