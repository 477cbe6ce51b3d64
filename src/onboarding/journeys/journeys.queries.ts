import type { HatActor } from '../../access/index.js';
import type { Fragment } from '../../people/index.js';
import { row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { DAYS_TO_FINISH } from '../domain/journey.js';
import type { JourneyFilter, JourneyOrder } from './journeys.dto.js';
import type { BuddySuggestionView, JourneyRow } from './journeys.view.js';

/**
 * The introductions that an actor works with on a day, as a sub-select of the table's columns. Human resources have all
 * of their employer; a line manager those of people who answer to him that day, or will on their first day: before it
 * there is no employment in his reach yet, and there are steps to be done. Nobody else has any.
 */
export const introductionsOf = (actor: HatActor, on: LocalDate, taken = 0): Fragment => {
  const [tenant, day, manager] = [1, 2, 3].map((index) => `$${taken + index}`);
  const own = `select i.* from introductions i where i.tenant_id = ${tenant}`;
  if (actor.role === 'hr-manager')
    return { sql: `${own} and ${day}::date is not null`, parameters: [actor.tenantId, on] };
  if (actor.role !== 'line-manager')
    return { sql: `${own} and ${day}::date is null`, parameters: [actor.tenantId, on] };
  return {
    sql: `${own} and exists (select from employment_terms t where t.tenant_id = i.tenant_id and t.employment_id = i.employment_id
      and t.valid @> greatest(${day}::date, i.starts_on) and t.manager_person_id = ${manager})`,
    parameters: [actor.tenantId, on, actor.personId],
  };
};

/** `stateOf` over a row `i` with its count of `open` steps. */
const STATE = `case when i.ended_on < $1::date then 'ended' when steps.open = 0 then 'completed'
  when steps.last + ${DAYS_TO_FINISH} < $1::date then 'lapsed'
  when i.starts_on > $1::date then 'upcoming' when i.paused_since is not null then 'paused' else 'running' end`;

const STANDS: Readonly<Record<JourneyFilter, string>> = {
  active: `state in ('upcoming', 'running', 'paused')`,
  attention: `("overdueSteps" > 0 or "talkWantedOn" is not null)`,
  upcoming: `state = 'upcoming'`,
  running: `state = 'running'`,
  paused: `state = 'paused'`,
  completed: `state = 'completed'`,
  lapsed: `state = 'lapsed'`,
  ended: `state = 'ended'`,
  all: 'true',
};

const ORDER: Readonly<Record<JourneyOrder, string>> = {
  urgency: `"talkWantedOn" nulls last, ("overdueSteps" > 0) desc, "nextDueOn" nulls last, "startsOn" desc, id`,
  startsOn: `"startsOn", id`,
  '-startsOn': `"startsOn" desc, id`,
  name: 'name, id',
  '-name': 'name desc, id',
  unit: `"unitName", name, id`,
  '-unit': `"unitName" desc, name, id`,
};

export interface Wanted {
  readonly state: JourneyFilter;
  readonly unitId?: string | undefined;
  readonly sort: JourneyOrder;
  readonly limit: number;
  readonly offset: number;
}

/** A page of the introductions in reach. */
export const listIntroductions = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  { state, unitId, sort, limit, offset }: Wanted,
): Promise<{ readonly items: JourneyRow[]; readonly total: number }> => {
  const own = [on, unitId ?? null, limit, offset];
  const reached = introductionsOf(actor, on, own.length);
  const found = await rows<JourneyRow & { total: number }>(
    tx,
    `with stood as (
       select i.id, i.person_id as "personId", people.name, i.unit_id as "unitId", units.name as "unitName",
         p.name as "programmeName", i.starts_on as "startsOn", ${STATE} as state, steps.total as "stepCount",
         steps.total - steps.open as "settledSteps", buddies.name as "buddyName",
         case when ${STATE} in ('running', 'upcoming') then steps.overdue else 0 end as "overdueSteps", steps.next as "nextDueOn",
         case when i.talk_held_on is null and coalesce(i.ended_on >= $1::date, true) then i.talk_wanted_on end as "talkWantedOn"
       from (${reached.sql}) i
       join people on people.tenant_id = i.tenant_id and people.id = i.person_id
       join introduction_programmes p on p.tenant_id = i.tenant_id and p.id = i.programme_id
       join unit_versions units on units.tenant_id = i.tenant_id and units.unit_id = i.unit_id
         and units.valid @> greatest(i.starts_on, least($1::date, i.ended_on))
       left join people buddies on buddies.tenant_id = i.tenant_id and buddies.id = i.buddy_person_id
       cross join lateral (
         select count(*) as total, count(*) filter (where settled_on is null) as open,
           count(*) filter (where settled_on is null and due_on < $1::date) as overdue,
           min(due_on) filter (where settled_on is null) as next, max(due_on) as last
         from introduction_steps s where s.tenant_id = i.tenant_id and s.introduction_id = i.id) steps
       where $2::uuid is null or $2 = any (units.path)
     )
     select *, count(*) over ()::int as total from stood where ${STANDS[state]} order by ${ORDER[sort]} limit $3 offset $4`,
    [...own, ...reached.parameters],
  );
  return { items: found.map(({ total: _total, ...journey }) => journey), total: found[0]?.total ?? 0 };
};

/** An introduction in reach, for a change of it. */
export interface ReachedIntroduction {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly startsOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly buddyPersonId: string | null;
  readonly talkWantedOn: LocalDate | null;
}

export const findIntroduction = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  id: string,
): Promise<ReachedIntroduction | null> => {
  const reached = introductionsOf(actor, on, 1);
  return row<ReachedIntroduction>(
    tx,
    `select i.id, i.person_id as "personId", i.unit_id as "unitId", i.starts_on as "startsOn", i.ended_on as "endedOn",
       i.buddy_person_id as "buddyPersonId", case when i.talk_held_on is null then i.talk_wanted_on end as "talkWantedOn"
     from (${reached.sql}) i where i.id = $1`,
    [id, ...reached.parameters],
  );
};

/** Who has worked in the unit for a year is suggested; a line manager's own people only. */
const LEAST_TIME_IN_UNIT = 365;

/**
 * Colleagues of the unit who may be the buddy of somebody: all who work there today. Suggested are those with a year in
 * the unit, the fewest such tasks first; neither age, gender nor absence counts.
 */
export const listColleagues = (
  tx: Tx,
  actor: HatActor,
  today: LocalDate,
  { personId, unitId }: { readonly personId: string; readonly unitId: string },
  only: { readonly personId?: string } = {},
): Promise<BuddySuggestionView[]> =>
  rows<BuddySuggestionView>(
    tx,
    `select * from (
       select distinct on (e.person_id) e.person_id as "personId", people.name, t.job_group as "jobGroup",
         (select min(lower(o.valid)) from employment_terms o where o.tenant_id = $1 and o.employment_id = e.id
            and o.unit_id = $3) as "inUnitSince",
         (select count(*)::int from introductions i where i.tenant_id = $1 and i.buddy_person_id = e.person_id
            and i.starts_on > $2::date - 180 and coalesce(i.ended_on >= $2::date, true)) as "currentTasks"
       from employment_terms t
       join employments e on e.tenant_id = $1 and e.id = t.employment_id and e.employed @> $2::date
       join people on people.tenant_id = $1 and people.id = e.person_id
       where t.tenant_id = $1 and t.unit_id = $3 and t.valid @> $2::date and e.person_id <> $4
         and e.person_id is distinct from (select n.manager_person_id from employment_terms n
           join employments ne on ne.tenant_id = $1 and ne.id = n.employment_id
           where n.tenant_id = $1 and ne.person_id = $4 and n.valid @> greatest($2::date, lower(ne.employed)) limit 1)
         and ($5::uuid is null or t.manager_person_id = $5) and ($6::uuid is null or e.person_id = $6)
       order by e.person_id, lower(e.employed)
     ) colleagues
     where $6::uuid is not null or "inUnitSince" <= $2::date - ${LEAST_TIME_IN_UNIT}
     order by "currentTasks", name, "personId" limit 20`,
    [
      actor.tenantId,
      today,
      unitId,
      personId,
      actor.role === 'line-manager' ? actor.personId : null,
      only.personId ?? null,
    ],
  );
