import { isProvider, type HatActor } from '../../access/index.js';
import { reach, type Fragment } from '../../people/index.js';
import type { LocalDate } from '../../shared/local-date.js';

const MANDATED_RULES = (on: string, provider: string): string => `
  select v.tenant_id, v.unit_id, named.rule
  from mandates m
  join mandate_units mu on mu.tenant_id = m.tenant_id and mu.mandate_id = m.id
  join unit_versions v on v.tenant_id = mu.tenant_id and v.valid @> ${on}::date and mu.unit_id = any (v.path)
  cross join unnest(m.rules) as named (rule)
  where m.provider_id = ${provider} and m.valid @> ${on}::date`;

/**
 * The signals that a hat may look into today, as a sub-select of the columns of `signals` and `present_unit_id`, the unit
 * that decides: those of people in reach, and for a consultant only those of a rule that the mandate names.
 */
export const signalsInReach = (actor: HatActor, on: LocalDate, taken: number): Fragment => {
  const reached = reach(actor, on, taken);
  const sql = `select signals.*, reached.unit_id as present_unit_id from signals
    join (${reached.sql}) reached on reached.tenant_id = signals.tenant_id and reached.employment_id = signals.employment_id`;
  if (!isProvider(actor)) return { sql, parameters: reached.parameters };
  const next = taken + reached.parameters.length;
  const rules = MANDATED_RULES(`$${next + 1}`, `$${next + 2}`);
  return {
    sql: `${sql} where (reached.tenant_id, reached.unit_id, signals.rule) in (${rules})`,
    parameters: [...reached.parameters, on, actor.providerId],
  };
};
