import { change, type Tx } from '../platform/database/rows.js';

/** Marks signals as acted on: somebody was reached, or a case was opened. They leave the worklist (definitions 4.3). */
export const markActed = async (
  tx: Tx,
  tenantId: string,
  signalIds: readonly string[],
  at: Date,
): Promise<void> => {
  await change(
    tx,
    `update signals set acted_at = coalesce(acted_at, $3), updated_at = $3 where tenant_id = $1 and id = any ($2)`,
    [tenantId, signalIds, at],
  );
};
