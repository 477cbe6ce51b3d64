import type { LocalDate } from '../shared/local-date.js';
import { change, type Tx } from '../platform/database/rows.js';
import { WORKING_DAYS_UNCLAIMED } from './domain/due-day.js';
import { notPaused } from './pauses.repository.js';

/**
 * Gives back what is taken by a role that has ended, or by a consultant whose mandate has: nobody waits for who is gone.
 *
 * @param hatIds of those who may still act for the employer
 */
export const giveBackOfGone = (tx: Tx, tenantId: string, hatIds: readonly string[]): Promise<number> =>
  change(
    tx,
    `update signals set claimed_by_hat = null, claimed_at = null, updated_at = now()
     where tenant_id = $1 and claimed_by_hat is not null and claimed_by_hat <> all ($2::uuid[]) and acted_at is null
       and reason_ended_on is null and withdrawn_at is null`,
    [tenantId, hatIds],
  );

/**
 * Signals that consultants were told of and none has taken for two working days go to the team lead and human resources
 * (definitions 4.2). Returns how many.
 */
export const escalateUnclaimed = async (tx: Tx, tenantId: string, today: LocalDate): Promise<number> =>
  change(
    tx,
    `update signals set escalated_at = now(), updated_at = now()
     where tenant_id = $1 and reason_ended_on is null and withdrawn_at is null and acted_at is null
       and claimed_by_hat is null and escalated_at is null and responsible is null
       and (select working_ordinal from calendar_days where day = $2::date)
         - (select working_ordinal from calendar_days where day = raised_on) >= ${WORKING_DAYS_UNCLAIMED}
       and ${notPaused('signals')}
       and exists (
         select from mandates
         join mandate_units on mandate_units.tenant_id = mandates.tenant_id and mandate_units.mandate_id = mandates.id
         join unit_versions on unit_versions.tenant_id = mandates.tenant_id and unit_versions.valid @> $2::date
           and mandate_units.unit_id = any (unit_versions.path)
         where mandates.tenant_id = $1 and mandates.valid @> $2::date and signals.rule = any (mandates.rules)
           and unit_versions.unit_id = signals.unit_id)`,
    [tenantId, today],
  );
