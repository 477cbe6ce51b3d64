import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Tx } from './rows.js';

/** A statement that each connection parses and plans once, and knows by its name afterwards. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

const ask = async <T>(client: PoolClient, statement: Prepared, values: readonly unknown[]): Promise<T[]> => {
  const { rows } = await client.query({ ...statement, values: [...values] });
  return rows as T[];
};

/** The only row that a prepared statement returns, or null; in one round trip, outside any transaction. */
export const preparedRow = async <T>(
  source: DataSource,
  statement: Prepared,
  values: readonly unknown[],
): Promise<T | null> => {
  const runner = source.createQueryRunner();
  try {
    return (await ask<T>((await runner.connect()) as PoolClient, statement, values))[0] ?? null;
  } finally {
    await runner.release();
  }
};

/**
 * The rows that a prepared statement returns in a transaction: for a statement so short that planning it, with the
 * policies of its tables, would take longer than carrying it out.
 */
export const preparedRowsIn = async <T>(
  tx: Tx,
  statement: Prepared,
  values: readonly unknown[],
): Promise<T[]> => {
  if (!tx.queryRunner) throw new Error('not inside a transaction');
  return ask<T>((await tx.queryRunner.connect()) as PoolClient, statement, values);
};

/** The only row of such a statement, or null. */
export const preparedRowIn = async <T>(
  tx: Tx,
  statement: Prepared,
  values: readonly unknown[],
): Promise<T | null> => (await preparedRowsIn<T>(tx, statement, values))[0] ?? null;
