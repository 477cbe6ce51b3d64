import type { DataSource } from 'typeorm';
import type { Tx } from './rows.js';

/** What row level security lets one transaction see. */
export interface Reach {
  readonly tenants?: readonly string[];
  readonly partnerships?: readonly string[];
  readonly system?: boolean;
}

/** Opens a transaction that sees only its reach. For the doors of `access` and the outbox, and nobody else. */
export const inTransaction = <T>(
  source: DataSource,
  reach: Reach,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  source.transaction(async (manager) => {
    await manager.query(
      `select set_config('app.tenant_ids', $1, true), set_config('app.partnership_ids', $2, true), set_config('app.door', $3, true)`,
      [(reach.tenants ?? []).join(','), (reach.partnerships ?? []).join(','), reach.system ? 'system' : ''],
    );
    return work(manager as Tx);
  });
