import { inReach, isProvider, type Actor, type HatActor } from '../access/index.js';
import { mandatedUnits, mandatedUnitsShowing } from '../organisations/index.js';
import type { LocalDate } from '../shared/local-date.js';

/** A piece of SQL and the parameters that its numbers stand for. */
export interface Fragment {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const EVERY_EMPLOYMENT = (on: string) => `
  select e.tenant_id, e.id as employment_id, e.person_id, t.unit_id, t.job_group
  from employments e
  left join employment_terms t on t.tenant_id = e.tenant_id and t.employment_id = e.id and t.valid @> ${on}::date`;

const EMPLOYED = (on: string) => `
  select t.tenant_id, t.employment_id, e.person_id, t.unit_id, t.job_group
  from employment_terms t
  join employments e on e.tenant_id = t.tenant_id and e.id = t.employment_id and e.employed @> ${on}::date
  where t.valid @> ${on}::date`;

// Kept apart, for the planner takes mandates in force for one or two rows and would look at everybody once for each.
const MANDATED = (on: string, provider: string) => `
  with mandated as materialized (select distinct tenant_id, unit_id from (${mandatedUnits(on, provider)}) units)
  select t.tenant_id, t.employment_id, e.person_id, t.unit_id, t.job_group
  from mandated
  join employment_terms t on t.tenant_id = mandated.tenant_id and t.unit_id = mandated.unit_id and t.valid @> ${on}::date
  join employments e on e.tenant_id = t.tenant_id and e.id = t.employment_id and e.employed @> ${on}::date`;

const NOBODY =
  'select tenant_id, id as employment_id, person_id, null::uuid as unit_id, null as job_group from employments where false';

/**
 * The employments that an actor may look into on a day, as a sub-select of
 * `(tenant_id, employment_id, person_id, unit_id, job_group)`, each employment once. Join it; nothing else decides who
 * is seen. Human resources reach their whole employer, also those who have left (unit and job group are null where no
 * terms hold that day); a line manager those who answer to him that day; a consultant those at or below the units that
 * a mandate of the provider names that day; the product itself all that its door lets it see; nobody else anyone.
 *
 * @param on the day of looking: `clock.today()` wherever it decides on access
 * @param taken how many parameters the statement has before these: the fragment's begin at `$taken + 1`
 */
export const reach = (actor: Actor, on: LocalDate, taken = 0): Fragment => {
  const day = `$${taken + 1}`;
  const second = `$${taken + 2}`;
  if (actor.kind === 'system')
    return { sql: `${EVERY_EMPLOYMENT(day)} where ${inReach('e.tenant_id')}`, parameters: [on] };
  const party = partyOf(actor);
  if (party === null) return { sql: NOBODY, parameters: [] };
  switch (actor.role) {
    case 'hr-manager':
      return { sql: `${EVERY_EMPLOYMENT(day)} where e.tenant_id = ${second}`, parameters: [on, party] };
    case 'line-manager':
      return {
        sql: `${EMPLOYED(day)} and t.tenant_id = ${second} and t.manager_person_id = $${taken + 3}`,
        parameters: [on, party, actor.personId],
      };
    case 'retention-consultant':
    case 'team-lead':
      return { sql: MANDATED(day, second), parameters: [on, party] };
    default:
      return { sql: NOBODY, parameters: [] };
  }
};

/**
 * The units that a person leads on a day, as a sub-select of `(unit_id)`: those whose own people answer to nobody so
 * often as to this person. Human resources see to a unit that nobody leads.
 */
export const unitsLed = (tenant: string, on: string, person: string): string => `
  select unit_id from employment_terms
  where tenant_id = ${tenant} and valid @> ${on}::date and unit_id in (
    select unit_id from employment_terms
    where tenant_id = ${tenant} and valid @> ${on}::date and manager_person_id = ${person})
  group by unit_id having mode() within group (order by manager_person_id) = ${person}`;

/**
 * Whether an actor may read a field that mandates hide unless they name it (definitions 5.2), as an expression over
 * the `(tenant_id, unit_id)` of a row in reach. An employer's own people read every field.
 */
export const fieldShown = (
  actor: Actor,
  field: string,
  row: { readonly of: string; readonly on: LocalDate; readonly taken: number },
): Fragment => {
  if (actor.kind === 'system' || !isProvider(actor)) return { sql: 'true', parameters: [] };
  const [day, provider, named] = [1, 2, 3].map((index) => `$${row.taken + index}`);
  const units = mandatedUnitsShowing(`${day}`, `${provider}`, `${named}`);
  return {
    sql: `(${row.of}.tenant_id, ${row.of}.unit_id) in (${units})`,
    parameters: [row.on, actor.providerId, field],
  };
};

const partyOf = (actor: HatActor): string | null => {
  if (actor.role === 'hr-manager') return actor.tenantId;
  if (actor.role === 'line-manager') return actor.personId === null ? null : actor.tenantId;
  return actor.providerId;
};
