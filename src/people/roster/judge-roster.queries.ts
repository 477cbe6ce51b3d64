import { findRosterUnits, type RosterUnits } from '../../organisations/index.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { PATH_SEPARATOR } from './roster-row.js';
import { findStays } from './roster-stays.queries.js';
import type { RosterCounts, RosterPlan } from './roster-plan.js';

/** A file that names more units than this names something else in that column. */
const MOST_UNITS = 20_000;

export class TooManyUnits extends Error {
  override readonly name = 'TooManyUnits';
}

/**
 * From when each row holds. A row without a day of its own tells of a new employment from its first day, and so it does
 * where other rows tell what came after it; else it tells of the day of the file, or of the last day of an employment
 * that has ended by then.
 */
const JUDGED = `
  create temp table judged on commit drop as
  select line, employment_id, unit_path, weekly_hours, job_group, manager_person_id, effective_on, warning,
    null::uuid as unit_id, null::text as verdict,
    case when fault is not null then fault
      when valid_from >= upper(employed) then 'outside-employment'
      when row_number() over (partition by employment_id, effective_on order by line) > 1 then 'duplicate-row' end as fault
  from (
    select i.line, s.employment_id, i.unit_path, i.weekly_hours, i.job_group, nullif(m.person_id, s.person_id) as manager_person_id,
      s.employed, s.fault, i.valid_from,
      case when i.manager is not null and m.person_id is null then 'unknown-manager' end as warning,
      case when s.is_new or s.has_history then greatest(lower(s.employed), i.valid_from)
        else greatest(lower(s.employed), coalesce(i.valid_from, least($1::date, upper(s.employed) - 1))) end as effective_on
    from matched x
    join incoming i on i.line = x.line
    join stays s on s.employee_number = x.employee_number
      and case when x.known_id is null then s.is_new and lower(s.employed) = x.started_on else s.employment_id = x.known_id end
    left join managers m on m.manager = i.manager
  ) told`;

/** What the file has no column for stays as it was. */
const KEPT = (column: 'manager_person_id' | 'job_group'): string => `
  update judged j set ${column} = t.${column} from employment_terms t
  where t.tenant_id = $1 and t.employment_id = j.employment_id and t.valid @> j.effective_on`;

/** The terms of each employment over time as they will be: recorded ones and the file's, the file's where both begin on a day. */
const TERMS = `
  create temp table terms on commit drop as
  with points as (
    select t.employment_id, lower(t.valid) as from_on, t.unit_id, t.weekly_hours, t.job_group, t.manager_person_id, 0 as rank
    from stays s join employment_terms t on t.tenant_id = $1 and t.employment_id = s.employment_id
    where not s.is_new and s.fault is null
    union all
    select employment_id, effective_on, unit_id, weekly_hours, job_group, manager_person_id, 1 from judged where fault is null
  ), chosen as (
    select distinct on (employment_id, from_on) * from points order by employment_id, from_on, rank desc
  ), told as (
    select *, row_number() over w as place, concat_ws('|', unit_id, weekly_hours, job_group, coalesce(manager_person_id::text, '-')) as says,
      lag(concat_ws('|', unit_id, weekly_hours, job_group, coalesce(manager_person_id::text, '-'))) over w as said
    from chosen window w as (partition by employment_id order by from_on)
  ), turns as (
    select *, lead(from_on) over (partition by employment_id order by from_on) as next_on from told where place = 1 or says <> said
  )
  select t.employment_id, t.unit_id, t.weekly_hours, t.job_group, t.manager_person_id,
    daterange(case when t.place = 1 then lower(s.employed) else t.from_on end, t.next_on) * s.employed as valid
  from turns t join stays s using (employment_id)
  where not isempty(daterange(case when t.place = 1 then lower(s.employed) else t.from_on end, t.next_on) * s.employed)`;

const SAYS = 'employment_id, valid, unit_id, weekly_hours, job_group, manager_person_id';

/** Employments whose days or terms become others than recorded. */
const TOUCHED = `
  create temp table touched on commit drop as
  select employment_id from stays s
  where s.fault is null and (s.is_new or s.employed <> s.recorded) and exists (select from terms t where t.employment_id = s.employment_id)
  union select employment_id from (select ${SAYS} from terms except select ${SAYS} from employment_terms where tenant_id = $1) gained
  union select employment_id from (
    select ${SAYS} from employment_terms where tenant_id = $1 and employment_id in (select employment_id from terms)
    except select ${SAYS} from terms) lost`;

const RENAMED = `
  create temp table renamed on commit drop as
  select distinct on (p.id) p.id as person_id, i.name, s.last_line
  from stays s join incoming i on i.line = s.last_line
  join people p on p.tenant_id = $1 and p.id = s.person_id
  where s.fault is null and p.name collate "C" <> i.name collate "C" order by p.id, s.last_line desc`;

/** The last row of an employment answers for its days and its person's name, each row for the terms from its day on. */
const VERDICTS = `
  update judged j set verdict = case
    when s.is_new then 'insert'
    when s.last_line = j.line and (s.employed <> s.recorded or exists (select from renamed r where r.last_line = j.line)) then 'change'
    when exists (
      select from employment_terms t where t.tenant_id = $1 and t.employment_id = j.employment_id and t.valid @> j.effective_on
        and (t.unit_id, t.weekly_hours, t.job_group) = (j.unit_id, j.weekly_hours, j.job_group)
        and t.manager_person_id is not distinct from j.manager_person_id) then 'unchanged'
    else 'change' end
  from stays s where s.employment_id = j.employment_id and j.fault is null`;

const findUnits = async (tx: Tx, plan: RosterPlan): Promise<RosterUnits> => {
  const named = await rows<{ path: string; from: LocalDate }>(
    tx,
    `select unit_path as path, min(effective_on) as "from" from judged where fault is null group by unit_path limit $1`,
    [MOST_UNITS + 1],
  );
  if (named.length > MOST_UNITS) throw new TooManyUnits();
  const wanted = named.map(({ path, from }) => ({ path: path.split(PATH_SEPARATOR), from }));
  const units = await findRosterUnits(tx, plan.tenantId, wanted, plan.dataAsOf);
  await change(
    tx,
    `update judged j set unit_id = u.unit_id from unnest($1::text[], $2::uuid[]) as u (path, unit_id) where j.unit_path = u.path`,
    [named.map(({ path }) => path), units.unitIds],
  );
  return units;
};

/** Judges the staged rows of a roster; changes nothing that is recorded. */
export const judgeRoster = async (
  tx: Tx,
  plan: RosterPlan,
): Promise<{ counts: RosterCounts; units: RosterUnits }> => {
  await findStays(tx, plan);
  await change(tx, JUDGED, [plan.dataAsOf]);
  if (!plan.knows.managers) await change(tx, KEPT('manager_person_id'), [plan.tenantId]);
  if (!plan.knows.jobs) await change(tx, KEPT('job_group'), [plan.tenantId]);
  await change(tx, 'analyze judged');
  const units = await findUnits(tx, plan);
  await change(tx, TERMS, [plan.tenantId]);
  await change(tx, 'create index on terms (employment_id)');
  await change(tx, 'analyze terms');
  await change(tx, TOUCHED, [plan.tenantId]);
  await change(tx, RENAMED, [plan.tenantId]);
  await change(tx, VERDICTS, [plan.tenantId]);
  const counts = await row<RosterCounts>(
    tx,
    `select count(*) filter (where verdict = 'insert') as inserted, count(*) filter (where verdict = 'change') as changed,
       count(*) filter (where verdict = 'unchanged') as unchanged from judged`,
  );
  return { counts: counts ?? { inserted: 0, changed: 0, unchanged: 0 }, units };
};
