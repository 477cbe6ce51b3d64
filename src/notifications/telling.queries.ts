import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { stillToBeDone, type StepDueSoon } from '../onboarding/index.js';
import { notPaused } from '../signals/index.js';
import type { Happening, MandateInForce } from './domain/recipients.js';

/** A signal that there is still reason to act on. */
export const STANDING =
  'signals.withdrawn_at is null and signals.reason_ended_on is null and signals.acted_at is null';

/** What a notice of a step says happened: its position in the introduction and its day; one that moved is told of anew. */
export const stepEvent = ({ position, dueOn }: StepDueSoon): string => `step-${position}-${dueOn}`;

/** Whether a notice is about a step of an introduction that is still to be done on a day. */
export const stepStands = (day: string): string => `exists (select from introduction_steps s
  join introductions i on i.tenant_id = s.tenant_id and i.id = s.introduction_id
  where s.tenant_id = notices.tenant_id and s.introduction_id = notices.subject_id
    and notices.event = 'step-' || s.position || '-' || s.due_on and ${stillToBeDone(day)})`;

/** A happening that nobody has been told of, by the name of its rule. */
export interface UntoldRow extends Omit<Happening, 'rule'> {
  readonly signalId: string;
  readonly event: string;
  readonly rule: string;
}

/**
 * What has happened to an employer's signals that nobody has been told of yet. A legal deadline is told of anew with
 * each of its warnings. Who joins later finds what stands already on the worklist, and is not told of it.
 *
 * The manager is looked up signal by signal: under row level security the planner misjudges how many employments there
 * are, and joins them in a time that grows with the square of the signals.
 */
export const listUntold = (tx: Tx, tenantId: string, on: LocalDate): Promise<UntoldRow[]> =>
  rows<UntoldRow>(
    tx,
    `with happened as materialized (
       select id, employment_id, unit_id, rule, responsible, kind, event, not ${notPaused('signals')} as paused
       from signals cross join lateral (
         select 'raised', case when responsible is not null then 'introduction' when person_id is null then 'unit'
           else coalesce('deadline-' || (facts ->> 'warnings'), 'signal') end
         union all
         select 'left-unclaimed', 'unclaimed' where escalated_at is not null and claimed_by_hat is null
       ) as happening (kind, event)
       where tenant_id = $1 and ${STANDING}
     )
     select id as "signalId", event, rule, kind, unit_id as "unitId", paused, responsible,
       case when employment_id is null then (
         select mode() within group (order by manager_person_id) from employment_terms
         where tenant_id = $1 and unit_id = happened.unit_id and valid @> $2::date)
       else (
         select manager_person_id from employment_terms
         where tenant_id = $1 and employment_id = happened.employment_id and valid @> $2::date) end as "managerPersonId"
     from happened
     where not exists (select from notices
       where notices.tenant_id = $1 and notices.subject_id = happened.id and notices.event = happened.event)`,
    [tenantId, on],
  );

/** The mandates that an employer's providers have on a day. */
export const listMandatesInForce = (tx: Tx, tenantId: string, on: LocalDate): Promise<MandateInForce[]> =>
  rows<MandateInForce>(
    tx,
    `select mandates.provider_id as "providerId", mandates.rules, array_agg(unit_versions.unit_id) as "unitIds"
     from mandates
     join mandate_units on mandate_units.tenant_id = mandates.tenant_id and mandate_units.mandate_id = mandates.id
     join unit_versions on unit_versions.tenant_id = mandates.tenant_id and unit_versions.valid @> $2::date
       and mandate_units.unit_id = any (unit_versions.path)
     where mandates.tenant_id = $1 and mandates.valid @> $2::date
     group by mandates.id, mandates.provider_id, mandates.rules`,
    [tenantId, on],
  );
