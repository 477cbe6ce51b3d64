import { row, type Tx } from '../platform/database/rows.js';
import { POLICY_LIMITS, type DisclosureLimits } from './domain/limits.js';

/** An employer's numbers of the output policy: its own where it has raised them (definitions 6.5). */
export const limitsOf = async (tx: Tx, tenantId: string): Promise<DisclosureLimits> =>
  (await row<DisclosureLimits>(
    tx,
    `select persons, absent_persons as "absentPersons", largest_share as "largestShare", count, share_base as "shareBase"
     from disclosure_limits where tenant_id = $1`,
    [tenantId],
  )) ?? POLICY_LIMITS;
