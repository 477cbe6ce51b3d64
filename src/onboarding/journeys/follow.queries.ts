import { change, row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { CHECK_IN_DAYS } from '../domain/check-in.js';
import { DAYS_TO_CATCH_UP, LEAST_LEAVE, LEAVE_KINDS } from '../domain/due-day.js';
import { EARLIEST_START, LATEST_START, NEW_AFTER } from '../domain/journey.js';
import { DAY_OF_MOMENT } from '../domain/programme.js';

/** Whose introduction begins (`beginsOn`), each by the programme nearest to the post (`chooseProgramme`). */
const BEGIN = `
  insert into introductions (tenant_id, employment_id, person_id, unit_id, programme_id, version, starts_on, begun_on)
  select distinct on (e.id) $1, e.id, e.person_id, t.unit_id, p.id, p.version, lower(e.employed), $2
  from employments e
  join employment_terms t on t.tenant_id = $1 and t.employment_id = e.id and t.valid @> greatest($2::date, lower(e.employed))
  join unit_versions u on u.tenant_id = $1 and u.unit_id = t.unit_id and u.valid @> greatest($2::date, lower(e.employed))
  join introduction_programmes p on p.tenant_id = $1 and p.retired_at is null
    and (p.job_groups = '{}' or t.job_group = any (p.job_groups)) and (p.unit_id is null or p.unit_id = any (u.path))
  where e.tenant_id = $1 and coalesce(upper(e.employed) > $2, true)
    and lower(e.employed) between $2::date - ${LATEST_START} and $2::date + ${EARLIEST_START}
    and not exists (select from introductions i where i.tenant_id = $1 and i.employment_id = e.id)
    and not exists (select from employments o
      where o.tenant_id = $1 and o.person_id = e.person_id and (lower(o.employed), o.id) < (lower(e.employed), e.id)
        and coalesce(upper(o.employed) - 1 >= lower(e.employed) - ${NEW_AFTER}, true))
  order by e.id, coalesce(array_position(u.path, p.unit_id), 0) desc, p.job_groups <> '{}' desc, p.id
  on conflict do nothing`;

const ADD_STEPS = `
  insert into introduction_steps (tenant_id, introduction_id, position, who, moment, planned_on, due_on)
  select $1, i.id, s.position - 1, s.who, s.moment, i.starts_on, i.starts_on
  from introductions i
  join introduction_versions v on v.tenant_id = $1 and v.programme_id = i.programme_id and v.version = i.version
  cross join lateral rows from (jsonb_to_recordset(v.steps) as (who text, moment text)) with ordinality as s (who, moment, position)
  where i.tenant_id = $1 and not exists (select from introduction_steps d where d.tenant_id = $1 and d.introduction_id = i.id)`;

const ADD_CHECK_INS = `
  insert into introduction_check_ins (tenant_id, introduction_id, day, due_on)
  select $1, i.id, days.day, i.starts_on from introductions i cross join unnest($2::int[]) as days (day)
  where i.tenant_id = $1 on conflict do nothing`;

/** Unit, first and last day follow the employment; a buddy stays who works in the unit (`afterMove`). */
const MOVE = `
  update introductions i
  set unit_id = now.unit_id, starts_on = now.starts_on, ended_on = now.ended_on, buddy_person_id = now.buddy,
    buddy_since = case when now.buddy is not null then i.buddy_since end
  from (
    select i.id, coalesce(t.unit_id, i.unit_id) as unit_id, lower(e.employed) as starts_on, upper(e.employed) - 1 as ended_on,
      (select b.person_id from employments b
       join employment_terms bt on bt.tenant_id = $1 and bt.employment_id = b.id and bt.valid @> $2::date
       where b.tenant_id = $1 and b.person_id = i.buddy_person_id and bt.unit_id = coalesce(t.unit_id, i.unit_id) limit 1) as buddy
    from introductions i
    join employments e on e.tenant_id = $1 and e.id = i.employment_id
    left join employment_terms t on t.tenant_id = $1 and t.employment_id = e.id
      and t.valid @> least(greatest($2::date, lower(e.employed)), upper(e.employed) - 1)
    where i.tenant_id = $1
  ) as now
  where i.tenant_id = $1 and i.id = now.id
    and (i.unit_id, i.starts_on, i.ended_on, i.buddy_person_id) is distinct from (now.unit_id, now.starts_on, now.ended_on, now.buddy)`;

/** A buddy who does not go along keeps no way in. */
const FORGET_BUDDIES = `
  delete from introduction_links l using introductions i
  where l.tenant_id = $1 and i.tenant_id = $1 and i.id = l.introduction_id and l.holder = 'buddy' and i.buddy_person_id is null`;

/** Long leave, however many rows a payroll makes of it. `before`: the days of the person's leaves before this one. */
const LEAVES = `
  leaves as (
    select employment_id, lower(away) as first_on, upper(away) - lower(away) as days, away,
      coalesce(sum(upper(away) - lower(away)) over (partition by employment_id order by away
        rows between unbounded preceding and 1 preceding), 0)::int as before
    from (
      select s.employment_id, unnest(range_agg(daterange(s.first_on, coalesce(s.last_on, $2::date), '[]'))) as away
      from spells s join introductions i on i.tenant_id = $1 and i.employment_id = s.employment_id
      where s.tenant_id = $1 and s.kind = any ($3) and s.first_on <= coalesce(s.last_on, $2::date)
      group by s.employment_id
    ) as merged
    where upper(away) - lower(away) >= ${LEAST_LEAVE}
  )`;

const PAUSE = `
  with ${LEAVES}
  update introductions i set paused_since = now.since
  from (select i.id, (select first_on from leaves l where l.employment_id = i.employment_id and l.away @> $2::date) as since
        from introductions i where i.tenant_id = $1) as now
  where i.tenant_id = $1 and i.id = now.id and i.paused_since is distinct from now.since`;

/**
 * `dueOn` for every day that an introduction is planned by. A working day is found by its number: that of a day is the
 * number of working days up to it. A leave moves a day when it begins on or before it, as moved by the leaves before.
 */
const DUE = `
  with ${LEAVES}, moments as (
    select * from unnest($4::text[], $5::int[]) as given (moment, day)
  ), planned as (
    select i.id, i.employment_id, i.begun_on, days.day, plan.day as planned_on
    from introductions i cross join (select distinct day from moments) as days
    join calendar_days before on before.day = i.starts_on - 1
    join calendar_days until on until.day = i.starts_on + days.day - 1
    join calendar_days plan on plan.working and plan.working_ordinal =
      case when days.day = 0 then before.working_ordinal else greatest(until.working_ordinal, before.working_ordinal + 1) end
    where i.tenant_id = $1
  ), moved as (
    select p.*, p.planned_on + coalesce((select sum(l.days) from leaves l
      where l.employment_id = p.employment_id and l.first_on - l.before <= p.planned_on), 0)::int as moved_on
    from planned p
  ), due as materialized (
    select m.id, m.day, m.planned_on, greatest(turned.day, caught_up.day) as due_on
    from moved m
    join calendar_days before on before.day = m.moved_on - 1
    join calendar_days turned on turned.working and turned.working_ordinal = before.working_ordinal + 1
    join calendar_days begun on begun.day = m.begun_on
    join calendar_days caught_up on caught_up.working and caught_up.working_ordinal = begun.working_ordinal + ${DAYS_TO_CATCH_UP}
  ), steps as (
    update introduction_steps s set planned_on = due.planned_on, due_on = due.due_on
    from due join moments on moments.day = due.day
    where s.tenant_id = $1 and s.introduction_id = due.id and s.moment = moments.moment
      and (s.planned_on, s.due_on) is distinct from (due.planned_on, due.due_on)
  )
  update introduction_check_ins c set due_on = due.due_on from due
  where c.tenant_id = $1 and c.introduction_id = due.id and c.day = due.day and c.due_on is distinct from due.due_on`;

const MOMENT_NAMES = Object.keys(DAY_OF_MOMENT);
const MOMENT_DAYS = Object.values(DAY_OF_MOMENT);

/**
 * Lets an employer's introductions follow its employments: they begin, move, pause, shift and end. A few statements over
 * all of them, whatever their number; a second run on the same day changes nothing.
 */
export const followEmployments = async (tx: Tx, tenantId: string, today: LocalDate): Promise<void> => {
  // Only one run at a time: two would begin the same introductions and wait for each other.
  await row(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`introductions ${tenantId}`]);
  await change(tx, BEGIN, [tenantId, today]);
  await change(tx, ADD_STEPS, [tenantId]);
  await change(tx, ADD_CHECK_INS, [tenantId, CHECK_IN_DAYS]);
  await change(tx, MOVE, [tenantId, today]);
  await change(tx, FORGET_BUDDIES, [tenantId]);
  await change(tx, PAUSE, [tenantId, today, LEAVE_KINDS]);
  await change(tx, DUE, [tenantId, today, LEAVE_KINDS, MOMENT_NAMES, MOMENT_DAYS]);
};
