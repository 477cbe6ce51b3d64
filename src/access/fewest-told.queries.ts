import { row, type Tx } from '../platform/database/rows.js';

const POLICY_FEWEST = 5;

/**
 * The smallest count of persons, signals or cases that is told to who may not see them: the policy's own, or what the
 * employer has raised it to (definitions 6.2, 6.5). Whom the output policy belongs to knows this part, not the reverse.
 */
export const fewestTold = async (tx: Tx, tenantId: string): Promise<number> => {
  const raised = await row<{ count: number }>(
    tx,
    'select count from disclosure_limits where tenant_id = $1',
    [tenantId],
  );
  return raised?.count ?? POLICY_FEWEST;
};

export const isFew = (count: number, fewest: number): boolean => count > 0 && count < fewest;
