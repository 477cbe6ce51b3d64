import pg from 'pg';
import type { EntityManager } from 'typeorm';

// A date is a local day and stays text; counts and decimals fit a double here and become numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** A transaction behind one of the doors of `access`. Only a door can make one. */
export type Tx = EntityManager & { readonly tx: unique symbol };

const run = async (tx: EntityManager, sql: string, parameters: readonly unknown[]) => {
  if (!tx.queryRunner) throw new Error('not inside a transaction');
  return tx.queryRunner.query(sql, [...parameters], true);
};

/** The rows that a statement returns, also one that changes rows. The caller names the shape that its SQL gives. */
export const rows = async <T>(
  tx: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> => (await run(tx, sql, parameters)).records as T[];

/** The only row that a statement returns, or null. */
export const row = async <T>(
  tx: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T | null> => (await rows<T>(tx, sql, parameters))[0] ?? null;

/** How many rows a statement changed. */
export const change = async (
  tx: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<number> => (await run(tx, sql, parameters)).affected ?? 0;

/** How many rows a selection finds. */
export const count = async (
  tx: EntityManager,
  selection: string,
  parameters: readonly unknown[] = [],
): Promise<number> =>
  (await row<{ found: number }>(tx, `select count(*) as found from (${selection}) s`, parameters))?.found ??
  0;
