import { row, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { DAYS_TO_ACT_ON_A_WINDOW } from './domain/due-day.js';
import type { SourceReasons } from './domain/reason.js';

const REASONS = `reasons as (
  select *, coalesce(person_id, unit_id) as subject_id, coalesce(responsible, '') as told
  from jsonb_to_recordset($3::jsonb) as reason (rule text, unit_id uuid, person_id uuid, employment_id uuid,
    responsible text, since date, reason_from date, reason_to date, facts jsonb))`;

/**
 * `kept`: the signal of each reason. One that nobody has acted on takes up what came later; one acted on answers only
 * for what had come by then (definitions 4.3).
 */
const KEPT = `kept as (
  select distinct on (reasons.rule, reasons.subject_id, reasons.told) signals.id, reasons.*
  from reasons
  join signals on signals.tenant_id = $1 and signals.rule = reasons.rule and signals.withdrawn_at is null
    and coalesce(signals.person_id, signals.unit_id) = reasons.subject_id and coalesce(signals.responsible, '') = reasons.told
    and (signals.episode_on = reasons.since
      or (signals.reason_ended_on is null and (signals.acted_at is null or signals.episode_on > reasons.since)))
  order by reasons.rule, reasons.subject_id, reasons.told, signals.episode_on = reasons.since desc, signals.raised_at)`;

const SETTLED = `settled as (
  update signals set updated_at = now(), withdrawn_at = case when episode_on = $5::date then now() end,
    reason_ended_on = case when episode_on is distinct from $5::date then $2::date end
  where tenant_id = $1 and rule = any ($4) and reason_ended_on is null and withdrawn_at is null
    and id not in (select id from kept)
  returning id)`;

const REFRESHED = `refreshed as (
  update signals set facts = case when acted_at is null then kept.facts else signals.facts end,
    reason_from = kept.reason_from, reason_to = kept.reason_to, episode_on = greatest(signals.episode_on, kept.since),
    reason_ended_on = null, updated_at = now()
  from kept
  where signals.tenant_id = $1 and signals.id = kept.id
    and (signals.reason_ended_on is not null or (signals.acted_at is null
      and (signals.facts <> kept.facts or signals.episode_on <> kept.since)))
  returning signals.id)`;

const RAISED = `raised as (
  insert into signals (tenant_id, person_id, employment_id, unit_id, rule, responsible, reason_from, reason_to, episode_on,
    facts, raised_on, due_on)
  select $1, person_id, employment_id, unit_id, rule, responsible, reason_from, reason_to, since, facts,
    $2, $2::date + ${DAYS_TO_ACT_ON_A_WINDOW}
  from reasons
  where not exists (select from kept where kept.rule = reasons.rule and kept.subject_id = reasons.subject_id
    and kept.told = reasons.told)
  on conflict do nothing
  returning id)`;

/** Raises, brings up to date, ends and withdraws the signals of a source. Returns how many were raised or changed. */
export const settleReasons = async (
  tx: Tx,
  { tenantId, on }: { readonly tenantId: string; readonly on: LocalDate },
  { rules, reasons, weighedAgain }: SourceReasons,
): Promise<number> => {
  const given = reasons.map(({ unitId, personId, employmentId, from, to, ...reason }) => ({
    ...reason,
    unit_id: unitId,
    person_id: personId,
    employment_id: employmentId,
    reason_from: from,
    reason_to: to,
  }));
  const settled = await row<{ news: number }>(
    tx,
    `with ${REASONS}, ${KEPT}, ${SETTLED}, ${REFRESHED}, ${RAISED}
     select (select count(*) from raised) + (select count(*) from refreshed) as news`,
    [tenantId, on, JSON.stringify(given), rules, weighedAgain],
  );
  return settled?.news ?? 0;
};
