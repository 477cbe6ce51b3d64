import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/** The driver's own connection of a transaction, for COPY and cursors. */
export const clientOf = async (tx: EntityManager): Promise<PoolClient> => {
  if (!tx.queryRunner) throw new Error('not inside a transaction');
  return (await tx.queryRunner.connect()) as PoolClient;
};
