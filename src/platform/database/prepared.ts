import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement that each connection parses and plans once, and knows by its name afterwards. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** The only row that a prepared statement returns, or null; in one round trip, outside any transaction. */
export const preparedRow = async <T>(
  source: DataSource,
  statement: Prepared,
  values: readonly unknown[],
): Promise<T | null> => {
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const { rows } = await client.query({ ...statement, values: [...values] });
    return (rows as T[])[0] ?? null;
  } finally {
    await runner.release();
  }
};
