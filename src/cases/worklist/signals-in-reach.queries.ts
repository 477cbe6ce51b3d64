import { isProvider, type HatActor, type Role } from '../../access/index.js';
import { reach, unitsLed, type Fragment } from '../../people/index.js';
import { notPaused } from '../../signals/index.js';
import type { LocalDate } from '../../shared/local-date.js';

/** Rules that mandates name, by unit; kept apart as in the reach of people, and for the same reason. */
const MANDATED = (on: string, provider: string): string => `
  with mandated as materialized (
    select distinct v.tenant_id, v.unit_id, named.rule
    from mandates m
    join mandate_units mu on mu.tenant_id = m.tenant_id and mu.mandate_id = m.id
    join unit_versions v on v.tenant_id = mu.tenant_id and v.valid @> ${on}::date and mu.unit_id = any (v.path)
    cross join unnest(m.rules) as named (rule)
    where m.provider_id = ${provider} and m.valid @> ${on}::date)
  select signals.*, mandated.unit_id as present_unit_id
  from mandated
  join employment_terms t on t.tenant_id = mandated.tenant_id and t.unit_id = mandated.unit_id and t.valid @> ${on}::date
  join employments e on e.tenant_id = t.tenant_id and e.id = t.employment_id and e.employed @> ${on}::date
  join signals on signals.tenant_id = t.tenant_id and signals.employment_id = t.employment_id
    and signals.rule = mandated.rule and signals.responsible is null and ${notPaused('signals')}
  union all
  select signals.*, mandated.unit_id from mandated
  join signals on signals.tenant_id = mandated.tenant_id and signals.unit_id = mandated.unit_id
    and signals.rule = mandated.rule and signals.person_id is null`;

/** Signals about units as the employer's own people see them: a line manager those of the units led today. */
const OF_UNITS: Readonly<Partial<Record<Role, (on: string, tenant: string, person: string) => string>>> = {
  'hr-manager': (_on, tenant) => `signals.tenant_id = ${tenant}`,
  'line-manager': (on, tenant, person) =>
    `signals.tenant_id = ${tenant} and signals.unit_id in (${unitsLed(tenant, on, person)})`,
};

/**
 * The signals that a hat may look into today, as a sub-select of the columns of `signals` and `present_unit_id`, the unit
 * that decides: those of people in reach and of units. A consultant sees only those of a rule that the mandate names, and
 * none of whom an objection keeps them from. One of an introduction is seen by the responsible alone, and never by a
 * consultant (definitions 8.4).
 */
export const signalsInReach = (actor: HatActor, on: LocalDate, taken: number): Fragment => {
  if (isProvider(actor))
    return { sql: MANDATED(`$${taken + 1}`, `$${taken + 2}`), parameters: [on, actor.providerId] };
  const reached = reach(actor, on, taken);
  const ofUnits = OF_UNITS[actor.role];
  const [day, tenant, person] = [1, 2, 3].map((index) => `$${taken + index}`);
  const sql = `select signals.*, reached.unit_id as present_unit_id from signals
    join (${reached.sql}) reached on reached.tenant_id = signals.tenant_id and reached.employment_id = signals.employment_id
    where coalesce(signals.responsible, '${actor.role}') = '${actor.role}'`;
  if (!ofUnits || reached.parameters.length === 0) return { sql, parameters: reached.parameters };
  return {
    sql: `${sql} union all select signals.*, signals.unit_id from signals
      where signals.person_id is null and ${ofUnits(`${day}`, `${tenant}`, `${person}`)}`,
    parameters: reached.parameters,
  };
};
