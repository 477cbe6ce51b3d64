import { change, type Tx } from '../../platform/database/rows.js';
import type { RosterPlan } from './roster-plan.js';

/**
 * Which employment each staged row is about. A row is about the recorded employment of its number that begins on its
 * first day, else the one that covers it, else the first that it meets, else about a new one.
 */
const MATCHED = `
  create temp table matched on commit drop as
  select distinct on (i.line) i.line, i.employee_number, i.started_on, i.ended_on, i.valid_from, x.id as known_id
  from incoming i
  left join employments x on x.tenant_id = $1 and x.employee_number = i.employee_number
    and x.employed && daterange(i.started_on, i.ended_on, '[]')
  where i.fault is null
  order by i.line, lower(x.employed) <> i.started_on, not x.employed @> i.started_on, lower(x.employed)`;

/** One row an employment in the file, told by its latest row. An employment may begin earlier than recorded, not later. */
const STAYS = `
  create temp table stays on commit drop as
  with grouped as (
    select known_id, employee_number, min(line) as first_line, min(started_on) as started_on, bool_or(valid_from is not null) as has_history,
      (array_agg(line order by coalesce(valid_from, 'infinity') desc, line desc))[1] as last_line
    from matched group by known_id, employee_number, case when known_id is null then started_on end
  )
  select coalesce(g.known_id, uuidv7()) as employment_id, g.known_id is null as is_new, g.employee_number,
    g.first_line, g.last_line, g.has_history, x.person_id, x.employed as recorded, null::text as fault,
    daterange(least(lower(x.employed), g.started_on),
      case when x.id is null or $2 then i.ended_on + 1 else upper(x.employed) end) as employed
  from grouped g
  join incoming i on i.line = g.last_line
  left join employments x on x.tenant_id = $1 and x.id = g.known_id`;

/** Two employments of one number never share a day: the recorded one wins, then the first in the file. */
const OVERLAPPING = `
  update stays set fault = 'overlap' where employment_id in (
    select s.employment_id from stays s
    join employments x on x.tenant_id = $1 and x.employee_number = s.employee_number
      and x.id <> s.employment_id and x.employed && s.employed
    union
    select s.employment_id from stays s
    join stays o on o.employee_number = s.employee_number and o.first_line < s.first_line and o.employed && s.employed)`;

/** Whom new employments belong to: the person of their key, or of their number where the file has no keys. */
const FACES = `
  create temp table faces on commit drop as
  select k.person_key, coalesce(p.id, uuidv7()) as person_id, p.id is null as is_new, k.name
  from (
    select coalesce(i.person_key, i.employee_number) as person_key,
      (array_agg(i.name order by i.line desc))[1] as name
    from stays s join incoming i on i.line = s.last_line
    where s.is_new and s.fault is null group by 1
  ) k
  left join people p on p.tenant_id = $1 and p.person_key = k.person_key`;

const PERSON_OF_STAY = `
  update stays s set person_id = f.person_id
  from incoming i join faces f on f.person_key = coalesce(i.person_key, i.employee_number)
  where i.line = s.last_line and s.is_new and s.fault is null`;

/** Managers by employee number, else by a name that only one person has. */
const MANAGERS = `
  create temp table managers on commit drop as
  with numbers as (
    select distinct on (employee_number) employee_number, person_id from (
      select employee_number, person_id, lower(employed) as since from employments where tenant_id = $1
      union all select employee_number, person_id, lower(employed) from stays where is_new and fault is null
    ) every order by employee_number, since desc
  ), names as (
    select name, (array_agg(person_id))[1] as person_id from (
      select name collate "C" as name, id as person_id from people where tenant_id = $1
      union select name collate "C", person_id from faces
    ) every group by name having count(*) = 1
  )
  select w.manager, coalesce(numbers.person_id, names.person_id) as person_id
  from (select distinct manager from incoming where manager is not null and fault is null) w
  left join numbers on numbers.employee_number = w.manager
  left join names on names.name = w.manager`;

/** Finds out which employments, people and managers the staged rows speak of. */
export const findStays = async (tx: Tx, plan: RosterPlan): Promise<void> => {
  await change(tx, MATCHED, [plan.tenantId]);
  await change(tx, STAYS, [plan.tenantId, plan.knows.ends]);
  await change(tx, 'analyze stays');
  await change(tx, OVERLAPPING, [plan.tenantId]);
  await change(tx, FACES, [plan.tenantId]);
  await change(tx, PERSON_OF_STAY);
  await change(tx, MANAGERS, [plan.tenantId]);
};
