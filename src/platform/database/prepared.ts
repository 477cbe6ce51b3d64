import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Tx } from './rows.js';

/** A statement that each connection parses and plans once, and knows by its name afterwards. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

const ask = async <T>(
  client: PoolClient,
  statement: Prepared,
  values: readonly unknown[],
): Promise<T | null> => {
  const { rows } = await client.query({ ...statement, values: [...values] });
  return (rows as T[])[0] ?? null;
};

/** The only row that a prepared statement returns, or null; in one round trip, outside any transaction. */
export const preparedRow = async <T>(
  source: DataSource,
  statement: Prepared,
  values: readonly unknown[],
): Promise<T | null> => {
  const runner = source.createQueryRunner();
  try {
    return await ask<T>((await runner.connect()) as PoolClient, statement, values);
  } finally {
    await runner.release();
  }
};

/**
 * The only row that a prepared statement returns in a transaction, or null: for a statement so short that planning it,
 * with the policies of its tables, would take longer than carrying it out.
 */
export const preparedRowIn = async <T>(
  tx: Tx,
  statement: Prepared,
  values: readonly unknown[],
): Promise<T | null> => {
  if (!tx.queryRunner) throw new Error('not inside a transaction');
  return ask<T>((await tx.queryRunner.connect()) as PoolClient, statement, values);
};
