import { atomsOf, type EarlierCell } from '../../disclosure/index.js';
import { change, rows, type Tx } from '../../platform/database/rows.js';
import { monthsOf, type Period } from '../../shared/period.js';
import type { RepresentativeCell } from '../domain/representative-draft.js';

export interface StoredCell extends RepresentativeCell {
  readonly readAt: string;
}

/** One release of an employer at a time: each is compared with all before it. */
export const lockRelease = async (tx: Tx, tenantId: string): Promise<void> => {
  await change(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 2))', [tenantId]);
};

/** All that representatives of an employer have been told, the oldest quarter first. */
export const listReleased = (tx: Tx, tenantId: string): Promise<StoredCell[]> =>
  rows<StoredCell>(
    tx,
    `select cell, name, units, reason, amounts, absence_rate as "absenceRate", days_per_fte as "daysPerFte",
       lower(period) as "from", upper(period) - 1 as "to", to_jsonb(read_at) #>> '{}' as "readAt"
     from representative_cells where tenant_id = $1 order by period, cell <> 'everybody', name, cell`,
    [tenantId],
  );

export const asEarlier = (cells: readonly StoredCell[]): EarlierCell[] =>
  cells.flatMap(({ amounts, readAt, units, ...period }) =>
    amounts === null ? [] : [{ amounts, readAt, atoms: atomsOf(units, monthsOf(period)) }],
  );

export const keepCells = async (
  tx: Tx,
  tenantId: string,
  cells: readonly RepresentativeCell[],
  readAt: string,
): Promise<void> => {
  await change(
    tx,
    `insert into representative_cells (tenant_id, period, cell, name, units, reason, amounts, absence_rate, days_per_fte, read_at)
     select $1, daterange("from", "to", '[]'), cell, name, units, reason, amounts, "absenceRate", "daysPerFte", $3
     from jsonb_to_recordset($2) as given ("from" date, "to" date, cell text, name text, units uuid[], reason text,
       amounts double precision[], "absenceRate" double precision, "daysPerFte" double precision)`,
    [tenantId, JSON.stringify(cells), readAt],
  );
};

/** The workplaces of an employer as they stood on the last day of a quarter; none lies within another. */
export const listWorkplaces = (
  tx: Tx,
  tenantId: string,
  { to }: Period,
): Promise<{ id: string; name: string }[]> =>
  rows<{ id: string; name: string }>(
    tx,
    `select v.unit_id as id, v.name from unit_versions v
     where v.tenant_id = $1 and v.valid @> $2::date and v.kind = 'workplace' and not exists (
       select from unit_versions above where above.tenant_id = $1 and above.valid @> $2::date
         and above.kind = 'workplace' and above.unit_id <> v.unit_id and above.unit_id = any (v.path))
     order by v.name, v.unit_id`,
    [tenantId, to],
  );
