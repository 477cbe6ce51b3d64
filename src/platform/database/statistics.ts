import { row, type Tx } from './rows.js';

/** The share of a table that has to be new before its statistics mislead the planner. */
const SHARE = 0.1;
const FEW = 200;

/**
 * Tells the planner at once what a transaction has put into some tables, where it was much: what runs next would
 * otherwise be planned for the tables as they were, a million times too small. The application needs the right to
 * maintain them.
 */
export const refreshStatistics = async (
  tx: Tx,
  tables: readonly string[],
  changedRows: number,
): Promise<void> => {
  if (changedRows < FEW) return;
  const known = await row<{ rows: number }>(
    tx,
    'select min(reltuples) as rows from pg_class where oid = any ($1::text[]::regclass[])',
    [tables],
  );
  if (changedRows >= SHARE * (known?.rows ?? 0)) await tx.query(`analyze ${tables.join(', ')}`);
};
