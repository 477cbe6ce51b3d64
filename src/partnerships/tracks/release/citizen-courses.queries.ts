import { rows, type Tx } from '../../../platform/database/rows.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { CASE_BENEFITS } from '../domain/benefit.js';
import type { CitizenCourse } from '../domain/employment-facts.js';
import { mondayOf } from '../domain/week.js';

/** How every citizen of an authority stood by the weeks up to a day, without saying who. */
export const citizenCourses = (
  tx: Tx,
  tenantId: string,
  { on, signedOn }: { readonly on: LocalDate; readonly signedOn: LocalDate },
): Promise<CitizenCourse[]> =>
  rows<CitizenCourse>(
    tx,
    `with weeks as (
       select citizen_id, week, benefit, coach_id, caseworker_id from citizen_weeks where tenant_id = $1 and week <= $2::date
     ), coached as (
       select citizen_id, count(*) filter (where coach_id <> before)::int as changes from (
         select citizen_id, coach_id, lag(coach_id) over (partition by citizen_id order by week) as before
         from weeks where coach_id is not null) w group by citizen_id
     ), islands as (
       select citizen_id, min(week) as since, max(week) as until from (
         select citizen_id, week, week - 7 * row_number() over (partition by citizen_id order by week)::int as island
         from weeks where benefit = any ($3)) w group by citizen_id, island
     ), cases as (
       select citizen_id, min(since) filter (where until = $4::date) as since,
         bool_or(since <= $5::date and until >= $6::date and $5::date - since > 364) as over,
         bool_or(since <= $5::date and until >= $6::date and $5::date - since > 364 and until = $4::date) as open
       from islands group by citizen_id
     )
     select min(w.week) as "firstWeek", max(w.week) as "lastWeek", (array_agg(w.benefit order by w.week desc))[1] as benefit,
       min(w.week) filter (where w.benefit = 'self-support') as "selfSupport",
       min(w.week) filter (where w.benefit = 'flexi-job') as "flexiJob",
       min(w.week) filter (where w.benefit = 'disability-pension') as pension,
       (array_agg(w.coach_id order by w.week desc))[1] as coach,
       (array_agg(w.caseworker_id order by w.week desc))[1] as caseworker,
       coalesce(max(coached.changes), 0) as "coachChanges", max(cases.since) as "caseSince",
       coalesce(bool_or(cases.over), false) as "overAtSigning", coalesce(bool_or(cases.open), false) as "stillOpen"
     from weeks w left join coached using (citizen_id) left join cases using (citizen_id)
     group by w.citizen_id`,
    [tenantId, on, CASE_BENEFITS, mondayOf(on), signedOn, mondayOf(signedOn)],
  );

/** The Monday of the last week that is known of anybody. */
export const knownUntil = async (tx: Tx, tenantId: string): Promise<LocalDate | null> =>
  (
    await rows<{ week: LocalDate | null }>(
      tx,
      'select max(last_week) as week from citizen_standings where tenant_id = $1',
      [tenantId],
    )
  )[0]?.week ?? null;
