import { change, rows, type Tx } from '../../platform/database/rows.js';
import type { CohortCell } from '../domain/cohort-release.js';

/** A cell as it has left the house. */
export interface ReleasedCohortCell extends CohortCell {
  readonly year: number;
  readonly releasedAt: Date;
}

/** Only one release of an employer at a time: each year leaves once. */
export const lockCohorts = async (tx: Tx, tenantId: string): Promise<void> => {
  await change(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 3))', [tenantId]);
};

export const listCohortCells = (tx: Tx, tenantId: string): Promise<ReleasedCohortCell[]> =>
  rows<ReleasedCohortCell>(
    tx,
    `select year, cell, persons, reason, figures, released_at as "releasedAt" from introduction_cohort_cells
     where tenant_id = $1 order by year desc, array_position('{all,most,fewer}', cell)`,
    [tenantId],
  );

/** Writes down what leaves the house of a year; fails where that year has left it before. */
export const keepCohortCells = async (
  tx: Tx,
  tenantId: string,
  year: number,
  { cells, at }: { readonly cells: readonly CohortCell[]; readonly at: Date },
): Promise<void> => {
  await change(
    tx,
    `insert into introduction_cohort_cells (tenant_id, year, cell, persons, reason, figures, released_at)
     select $1, $2, cell, persons, reason, nullif(figures, 'null'), $4
     from jsonb_to_recordset($3) as given (cell text, persons integer, reason text, figures jsonb)`,
    [tenantId, year, JSON.stringify(cells), at],
  );
};
