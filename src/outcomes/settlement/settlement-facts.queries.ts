import { SICKNESS_KINDS } from '../../absence/index.js';
import { row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import type { Counted } from './domain/facts.js';

/** Workplaces of one employer and one arm, the period, and the months before that its use of leave is held against. */
export interface FactsWanted {
  readonly tenantId: string;
  readonly units: readonly string[];
  readonly period: Period;
  /** The same months of the last year of the baseline. */
  readonly before: Period;
  /** The last day of the baseline: a stock or a cohort is counted then too. */
  readonly signedOn: LocalDate;
}

/** Leave that sickness could be hidden in (definitions 9.6). Parental leave is planned, and is none. */
const OTHER_LEAVE = ['child-first-day', 'child-second-day', 'other'];

const RELAPSE_DAYS = 28;

// Rows that touch are one spell of the person whatever kind (definitions 1.2, 1.4), cut at the end of the employment.
const SPELLS = `
  parts as (
    select e.person_id, s.first_on,
      least(coalesce(s.last_on, 'infinity'), coalesce(upper(e.employed) - 1, 'infinity')) as last_on
    from spells s join employments e on e.tenant_id = $1 and e.id = s.employment_id
    where s.tenant_id = $1 and s.kind = any ($7) and e.employed @> s.first_on
      and e.person_id in (select person_id from stays)),
  reached as (
    select *, max(last_on) over (partition by person_id order by first_on, last_on
      rows between unbounded preceding and 1 preceding) as before from parts),
  numbered as (
    select *, count(*) filter (where before is null or first_on > before + 1)
      over (partition by person_id order by first_on, last_on) as spell from reached),
  whole as (
    select person_id, min(first_on) as first_on, max(last_on) as last_on from numbered group by person_id, spell),
  placed as (
    select w.*, lead(first_on) over (partition by w.person_id order by first_on) as next_on from whole w)`;

const STAYS = `
  span as (select daterange($3, $4, '[]') as now, daterange($5, $6, '[]') as earlier, $9::date as signed),
  places as (
    select version.unit_id, version.valid from unnest($2::uuid[]) asked (unit_id)
    join unit_versions version on version.tenant_id = $1 and asked.unit_id = any (version.path)),
  stays as (
    select e.person_id, e.id as employment_id, e.employed, e.employed * t.valid * places.valid as days
    from places
    join employment_terms t on t.tenant_id = $1 and t.unit_id = places.unit_id and t.valid && places.valid
    join employments e on e.tenant_id = $1 and e.id = t.employment_id
    where not isempty(e.employed * t.valid * places.valid)
      and e.employed * t.valid * places.valid && daterange(least($5::date, $9::date), $4, '[]')),
  there as (
    select person_id, bool_or(days @> lower(now)) as at_start, bool_or(days @> upper(now) - 1) as at_end,
      bool_or(employed @> upper(now) - 1) as employed_at_end
    from stays, span where days && now group by person_id)`;

const DAYS = (
  period: string,
): string => `(select coalesce(sum(upper(days * ${period}) - lower(days * ${period})), 0)::float8
  from stays, span where days && ${period})`;

const LEAVE = (period: string): string => `(
    select person_id, sum(upper(part) - lower(part))::float8 as days from (
      select stays.person_id, stays.days * ${period} * daterange(s.first_on, s.last_on, '[]') as part
      from span, stays join spells s on s.tenant_id = $1 and s.employment_id = stays.employment_id
      where s.kind = any ($8) and stays.days && ${period}) l
    where not isempty(part) group by person_id) leave`;

const thereOn = (day: string): string =>
  `exists (select from stays where stays.person_id = placed.person_id and stays.days @> ${day})`;

const RUNNING = (day: string): string => `first_on <= ${day} - 364 and last_on >= ${day} and ${thereOn(day)}`;

/** Counts what happened to those who were at the workplaces; one statement for an employer. */
export const settlementFacts = async (tx: Tx, wanted: FactsWanted): Promise<Counted> => {
  const { tenantId, units, period, before, signedOn } = wanted;
  const found = await row<Counted>(
    tx,
    `with ${STAYS}, ${SPELLS}
     select t.*, s.*, l.*, (select coalesce(sum(days), 0) from ${LEAVE('earlier')}) as "otherLeaveDaysBefore",
       ${DAYS('now')} as "employedDays", ${DAYS('earlier')} as "employedDaysBefore",
       (select count(*)::int from spell_versions v where v.tenant_id = $1
          and v.employment_id in (select employment_id from stays)
          and v.first_on <= $4 and (v.last_on is null or v.last_on >= $3)) as "correctedSpells"
     from span,
       (select (count(*) filter (where at_start))::int as "atStart", (count(*) filter (where not at_start))::int as joined,
          (count(*) filter (where not at_end))::int as left, (count(*) filter (where at_end))::int as "atEnd",
          (count(*) filter (where not employed_at_end))::int as leavers from there) t,
       (select (count(*) filter (where last_on >= lower(now) and last_on < upper(now) - ${RELAPSE_DAYS}
            and ${thereOn('last_on')}))::int as "endedSpells",
          (count(*) filter (where last_on >= lower(now) and last_on < upper(now) - ${RELAPSE_DAYS}
            and ${thereOn('last_on')} and next_on <= last_on + ${RELAPSE_DAYS}))::int as relapses,
          (count(*) filter (where ${RUNNING('upper(now) - 1')}))::int as "longRunning",
          (count(*) filter (where ${RUNNING('signed')}))::int as "longRunningBefore",
          (count(*) filter (where ${RUNNING('signed')} and last_on >= upper(now) - 1))::int as "cohortRunning"
        from placed, span) s,
       (select coalesce(sum(days), 0) as "otherLeaveDays", count(*)::int as "otherLeaveHolders",
          coalesce(max(days), 0) as "otherLeaveLargest" from ${LEAVE('now')}) l`,
    [tenantId, units, period.from, period.to, before.from, before.to, SICKNESS_KINDS, OTHER_LEAVE, signedOn],
  );
  if (!found) throw new Error('nothing was counted');
  return found;
};
