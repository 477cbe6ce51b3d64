import { MEASURED_KINDS } from './domain/kinds.js';
import { MEDIUM_DAYS, SHORT_DAYS } from './domain/spell.js';

/**
 * What a statement of facts is about. Its parameters are $1 tenant, $2 first and $3 last day, $4 the day it is seen
 * from (running spells are as long as they have become), and with `someUnits` $5 the units.
 */
export interface FactScope {
  /** One row a unit and month, or one for the whole period. */
  readonly bucket: 'month' | 'period';
  readonly someUnits: boolean;
}

const kinds = (list: readonly string[]): string => list.map((kind) => `'${kind}'`).join(', ');

// Working days between any two days, and to the ends of their buckets, without counting one.
const days = ({ bucket }: FactScope): string => {
  const begins = bucket === 'month' ? `date_trunc('month', day)::date` : '$2::date';
  const ends = bucket === 'month' ? `(date_trunc('month', day) + interval '1 month')::date - 1` : '$3::date';
  return `
  days as materialized (
    select day, ${begins} as bucket, ${ends} as bucket_ends,
      working_ordinal as worked, working_ordinal - working::int as worked_before,
      min(working_ordinal - working::int) over its_bucket as bucket_before,
      max(working_ordinal) over its_bucket as bucket_through
    from calendar_days where day between $2::date and $3::date
    window its_bucket as (partition by ${begins}))`;
};

// A hundredth of an hour a week is whole here, so that all sums are exact and quick.
const terms = ({ someUnits }: FactScope): string => `
  terms as materialized (
    select t.unit_id, t.employment_id, e.person_id, (t.weekly_hours * 100)::int as hours,
      greatest(lower(t.valid), lower(e.employed)) as from_on,
      least(upper(t.valid), upper(e.employed)) - 1 as to_on
    from employment_terms t
    join employments e on e.tenant_id = t.tenant_id and e.id = t.employment_id
    where t.tenant_id = $1 ${someUnits ? 'and t.unit_id = any ($5::uuid[])' : ''})`;

// Rows of a person that touch are one spell (definitions 1.2, 1.4), clipped at the employment's end (1.8).
const spells = ({ someUnits }: FactScope): string => `
  stretches as (
    select e.person_id, s.employment_id, s.kind = 'work-injury' as injury, (s.degree * 1000)::int as degree, s.first_on,
      least(s.last_on, upper(e.employed) - 1) as last_on,
      least(coalesce(s.last_on, greatest($4::date, s.first_on)), upper(e.employed) - 1) as seen_last
    from spells s
    join employments e on e.tenant_id = s.tenant_id and e.id = s.employment_id
    where s.tenant_id = $1 and s.kind in (${kinds(MEASURED_KINDS)}, 'work-injury')
      ${someUnits ? 'and e.person_id in (select person_id from terms)' : ''}),
  reaching as (
    select *, max(seen_last) over (partition by person_id, injury order by first_on, employment_id
      rows between unbounded preceding and 1 preceding) as reached
    from stretches),
  begun as (
    select *, max(case when reached >= first_on - 1 then null else first_on end)
      over (partition by person_id, injury order by first_on, employment_id
      rows between unbounded preceding and current row) as spell_first
    from reaching),
  spells_whole as (
    select *, max(seen_last) over (partition by person_id, injury, spell_first) as spell_last from begun)`;

// A spell begins and ends once, in the unit where its person was that day.
const BEGINS = `not w.injury and (w.reached is null or w.reached < w.first_on - 1)
      and w.first_on >= t.from_on and w.first_on >= $2::date`;
const ENDS = `not w.injury and w.last_on = w.spell_last and (w.reached is null or w.reached < w.spell_last)
      and w.last_on <= least(t.to_on, $3::date)`;

const SPANS = `
  spans as (
    select t.unit_id, t.person_id,
      case when w.injury then 'injury' when w.spell_last - w.spell_first < ${SHORT_DAYS} then 'short'
        when w.spell_last - w.spell_first < ${MEDIUM_DAYS} then 'medium' else 'long' end as measure,
      t.hours * w.degree as weight, w.spell_first,
      greatest(w.first_on, t.from_on, $2::date) as from_on, least(w.last_on, t.to_on, $3::date) as to_on,
      (${BEGINS})::int as begun,
      case when ${ENDS} then w.spell_last - w.spell_first + 1 end as ended_days
    from spells_whole w
    join terms t on t.employment_id = w.employment_id
    where greatest(w.first_on, t.from_on, $2::date) <= least(w.last_on, t.to_on, $3::date)
    union all
    select unit_id, person_id, 'employed', hours * 1000, null, greatest(from_on, $2::date), least(to_on, $3::date), 0, null
    from terms where greatest(from_on, $2::date) <= least(to_on, $3::date))`;

/**
 * Spans of days that a person was employed in a unit, or absent from it, as the CTE `spans` with the calendar `days`
 * beside it. `weight` is weekly hours × degree in hundred-thousandths of an hour.
 */
export const spansOf = (scope: FactScope): string =>
  `with ${[days(scope), terms(scope), spells(scope), SPANS].join(',')}`;

// A span gives its days in its first bucket and in its last; the buckets between hold it whole and are not written out.
const EDGES = `
  edges as (
    select s.unit_id, s.measure, e.bucket, sum(e.days) as days,
      sum(e.days * s.weight::bigint)::bigint as day_weight, sum(e.worked * s.weight::bigint)::bigint as work_weight,
      sum(e.at_end::int) as at_end, sum(case when e.first then s.begun else 0 end) as begun,
      count(s.ended_days) filter (where e.last) as ended, sum(s.ended_days) filter (where e.last) as ended_days,
      count(*) filter (where not e.last) as spans_on, sum(s.weight) filter (where not e.last) as weight_on,
      count(*) filter (where not e.first) as spans_off, sum(s.weight) filter (where not e.first) as weight_off
    from spans s
    join days f on f.day = s.from_on
    join days l on l.day = s.to_on
    cross join lateral (
      select f.bucket, least(l.day, f.bucket_ends) - f.day + 1 as days,
        least(l.worked, f.bucket_through) - f.worked_before as worked, l.day >= f.bucket_ends as at_end,
        true as first, l.bucket = f.bucket as last
      union all
      select l.bucket, l.day - l.bucket + 1, l.worked - l.bucket_before, l.day = l.bucket_ends, false, true
      where l.bucket > f.bucket) e
    group by 1, 2, 3)`;

const FILLED = `
  buckets as (
    select distinct bucket, bucket_ends - bucket + 1 as days, bucket_through - bucket_before as worked from days),
  every_bucket as (
    select unit_id, measure, bucket, days, day_weight, work_weight, at_end, begun, ended, ended_days,
      spans_on, weight_on, spans_off, weight_off
    from edges
    union all
    select unit_id, measure, b.bucket, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    from (select distinct unit_id, measure from edges) as units cross join buckets b),
  carried as (
    select unit_id, measure, bucket, sum(days)::bigint as days, sum(day_weight)::bigint as day_weight,
      sum(work_weight)::bigint as work_weight, sum(at_end)::int as at_end, sum(begun)::int as begun,
      sum(ended)::int as ended, sum(ended_days)::int as ended_days,
      (sum(sum(spans_on) - sum(spans_off)) over so_far)::bigint - sum(spans_on)::bigint as spans_through,
      (sum(sum(weight_on) - sum(weight_off)) over so_far)::bigint - sum(weight_on)::bigint as weight_through
    from every_bucket group by unit_id, measure, bucket
    window so_far as (partition by unit_id, measure order by bucket rows between unbounded preceding and current row)),
  filled as (
    select c.unit_id, c.measure, c.bucket, c.begun, c.ended, c.ended_days, c.at_end + c.spans_through as at_end,
      c.days + b.days * c.spans_through as days, c.day_weight + b.days * c.weight_through as day_weight,
      c.work_weight + b.worked * c.weight_through as work_weight
    from carried c join buckets b on b.bucket = c.bucket)`;

// Hundred-thousandths of a weekly hour over a week of five days of 7.4 hours: a full-time day.
export const FULL_TIME = '(100000 * 5 * 7.4)';
const dagsvaerk = (...measures: string[]): string =>
  `coalesce(sum(work_weight) filter (where measure in (${kinds(measures)})), 0) / ${FULL_TIME}`;
const employed = (column: string): string =>
  `coalesce(sum(${column}) filter (where measure = 'employed'), 0)`;

/** `spansOf`, and of them the CTE `filled`: one row a unit, measure and bucket. */
export const bucketsOf = (scope: FactScope): string => [spansOf(scope), EDGES, FILLED].join(',');

/** The columns of a fact, in the order in which `factsStatement` selects them. */
export const FACT_COLUMNS = `unit_id, month, employed_at_end, employed_days, fte_days, possible_days, absence_days,
  short_days, medium_days, long_days, injury_days, spells_begun, spells_ended, ended_calendar_days`;

/**
 * One row a unit and bucket, of those directly in the unit. Days of absence are dagsværk of 7.4 hours, calendar-imputed:
 * Danish working days × weekly hours / 5 × degree / 7.4 (definitions 7.1). In one pass whatever the number of spells.
 */
export const factsStatement = (scope: FactScope): string => `
  ${bucketsOf(scope)}
  select unit_id, bucket as month, ${employed('at_end')}::int as employed_at_end,
    ${employed('days')}::int as employed_days, ${employed('day_weight')} / ${FULL_TIME} as fte_days,
    ${dagsvaerk('employed')} as possible_days,
    ${dagsvaerk('short', 'medium', 'long')} as absence_days, ${dagsvaerk('short')} as short_days,
    ${dagsvaerk('medium')} as medium_days, ${dagsvaerk('long')} as long_days, ${dagsvaerk('injury')} as injury_days,
    sum(begun)::int as spells_begun, sum(ended)::int as spells_ended, sum(ended_days)::int as ended_calendar_days
  from filled group by unit_id, bucket
  having sum(days) > 0 or sum(ended) > 0`;
