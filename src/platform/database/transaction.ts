import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Tx } from './rows.js';

/** What row level security lets one transaction see. */
export interface Reach {
  readonly tenants?: readonly string[];
  readonly partnerships?: readonly string[];
  readonly system?: boolean;
}

/** One message for both: a transaction of one short statement is most of what screens ask for. */
const opening = (client: PoolClient, { tenants = [], partnerships = [], system = false }: Reach): string => {
  const [seen, shared, door] = [tenants.join(','), partnerships.join(','), system ? 'system' : ''].map(
    (setting) => client.escapeLiteral(setting),
  );
  return `start transaction; select set_config('app.tenant_ids', ${seen}, true),
    set_config('app.partnership_ids', ${shared}, true), set_config('app.door', ${door}, true)`;
};

/** Opens a transaction that sees only its reach. For the doors of `access` and the outbox, and nobody else. */
export const inTransaction = async <T>(
  source: DataSource,
  reach: Reach,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await client.query(opening(client, reach));
    const result = await work(runner.manager as Tx);
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that broke has nothing to roll back, and its error is the one to tell.
    await runner.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
};
