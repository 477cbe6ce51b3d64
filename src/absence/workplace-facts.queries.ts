import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { MEASURED_KINDS } from './domain/kinds.js';
import { MEDIUM_DAYS, SHORT_DAYS } from './domain/spell.js';
import type { AbsenceFact, PresenceFact } from './domain/absence-footprints.js';

/** What a workplace's employees could have worked in a month; a full-time post is 37 hours a week. */
export interface ExposureFact {
  readonly workplace: string;
  /** Its first day. */
  readonly month: string;
  /** Working days × hours ÷ 37. */
  readonly possibleDays: number;
  /** Calendar days × hours ÷ 37. */
  readonly fteDays: number;
  /** Calendar days of employments. */
  readonly employedDays: number;
}

/** Which workplaces and months are asked about, and by what was known when. */
export interface FactsWanted {
  readonly tenantId: string;
  readonly workplaces: readonly string[];
  /** First days of months. */
  readonly months: readonly LocalDate[];
  /** The day a running spell's length is seen from. */
  readonly seenOn: LocalDate;
  /** An instant as PostgreSQL writes it; null for what is known now. */
  readonly knownAt: string | null;
}

// Under row level security the planner may not look at the statistics of a range, takes a workplace for one employment
// and would go through every spell for each of them, or sort millions of rows for the sake of a few groups. Nothing here
// is small enough for that, nor for the usual memory.
const asForMany = async <Row>(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<Row[]> => {
  await tx.query(`select set_config('work_mem', '128MB', true),
    set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true)`);
  const found = await rows<Row>(tx, sql, parameters);
  await tx.query('set local enable_nestloop = on; set local enable_sort = on');
  return found;
};

// Unit, employment and hours are read as they stood on each day: a stay is a stretch with one of each.
const STAYS = `
  months as (select month::date, daterange(month::date, (month + interval '1 month')::date) as days from unnest($3::date[]) month),
  places as (
    select asked.workplace, version.unit_id, version.valid
    from unnest($2::uuid[]) asked (workplace)
    join unit_versions version on version.tenant_id = $1 and asked.workplace = any (version.path)),
  stays as materialized (
    select places.workplace, e.person_id, t.employment_id, t.weekly_hours, e.employed * t.valid * places.valid as days
    from places
    join employment_terms t on t.tenant_id = $1 and t.unit_id = places.unit_id and t.valid && places.valid
    join employments e on e.tenant_id = $1 and e.id = t.employment_id
    where not isempty(e.employed * t.valid * places.valid))`;

// The calendar is joined by its days: looking up the working days of each row by itself takes most of the time.
const calendar = (days: string): string => `
  join calendar_days first_day on first_day.day = lower(${days})
  join calendar_days last_day on last_day.day = upper(${days}) - 1`;
const WORKING_DAYS = '(last_day.working_ordinal - first_day.working_ordinal + first_day.working::int)';

// Hours come with two decimals: as whole hundredths they add up quickly and without loss, those of equal stays at once.
export const exposureFacts = (
  tx: Tx,
  { tenantId, workplaces, months }: FactsWanted,
): Promise<ExposureFact[]> =>
  asForMany<ExposureFact>(
    tx,
    `with ${STAYS},
     alike as (
       select workplace, month, (weekly_hours * 100)::int as hundredths, s.days * months.days as days, count(*) as count
       from stays s join months on s.days && months.days
       group by 1, 2, 3, 4)
     select workplace, month::text, sum(count * ${WORKING_DAYS} * hundredths)::float8 / 3700 as "possibleDays",
       sum(count * (upper(days) - lower(days)) * hundredths)::float8 / 3700 as "fteDays",
       sum(count * (upper(days) - lower(days)))::float8 as "employedDays"
     from alike ${calendar('days')}
     group by workplace, month`,
    [tenantId, workplaces, months],
  );

// As large as a number can be without loss, and drawn by lot: it tells persons apart and nobody who they are.
const PERSON_NUMBER = `('x' || right(person_id::text, 12))::bit(48)::bigint::float8`;

export const presenceFacts = (
  tx: Tx,
  { tenantId, workplaces, months }: FactsWanted,
): Promise<PresenceFact[]> =>
  asForMany<PresenceFact>(
    tx,
    `with ${STAYS},
     people as (
       select workplace, ${PERSON_NUMBER} as person, range_agg(days) as days from stays group by workplace, person_id)
     select workplace, month::text, array_agg(person) as persons
     from people join months on people.days && months.days
     group by workplace, month`,
    [tenantId, workplaces, months],
  );

/** Longer than any class of length tells apart: what lies further off cannot change a figure. */
const FAR = 31;

// Rows that touch are one spell of the person, whatever kind or degree (definitions 1.2, 1.4), cut at the end of the
// employment (1.8). What was known at an instant is what had been received by then and not yet been superseded.
const SPELLS = `
  bounds as (select min(lower(days)) - ${FAR} as from_on, max(upper(days)) + ${FAR} as to_on from months),
  known as (
    select employment_id, kind, first_on, last_on, degree from spells
    where tenant_id = $1 and ($6::timestamptz is null or received_at <= $6)
    union all
    select employment_id, kind, first_on, last_on, degree from spell_versions
    where tenant_id = $1 and received_at <= $6 and superseded_at > $6),
  parts as (
    select e.person_id, known.employment_id, known.first_on, known.degree,
      least(coalesce(known.last_on, 'infinity'), coalesce(upper(e.employed) - 1, 'infinity')) as last_on
    from known
    join bounds on known.first_on < bounds.to_on and (known.last_on is null or known.last_on >= bounds.from_on)
    join employments e on e.tenant_id = $1 and e.id = known.employment_id
    where known.kind = any ($4) and e.employed @> known.first_on
      and e.person_id in (select person_id from stays)),
  reached as (
    select *, max(last_on) over (partition by person_id order by first_on, last_on
      rows between unbounded preceding and 1 preceding) as before
    from parts),
  numbered as (
    select *, before is null or first_on > before + 1 as begins,
      max(first_on) filter (where before is null or first_on > before + 1)
        over (partition by person_id order by first_on, last_on) as spell_first
    from reached),
  spans as (
    select *, max(last_on) over (partition by person_id, spell_first) as spell_last from numbered)`;

const LENGTH = `case when spell_last = 'infinity' then greatest($5::date, spell_first) else spell_last end - spell_first + 1`;

// A spell begins and ends once, at the workplace where its person was that day.
export const absenceFacts = (tx: Tx, wanted: FactsWanted): Promise<AbsenceFact[]> =>
  asForMany<AbsenceFact>(
    tx,
    `with ${STAYS}, ${SPELLS},
     absent as (
       select s.workplace, s.person_id, ${LENGTH} as length, s.weekly_hours / 37 * spans.degree as weight,
         s.days * daterange(spans.first_on, spans.last_on, '[]') as days, spell_first + ${MEDIUM_DAYS - 1} as last_cut,
         case when spans.begins and s.days @> spans.first_on then spans.first_on end as begun_on,
         case when spans.last_on = spell_last and (before is null or before < spell_last) and s.days @> spell_last
           then spell_last end as ended_on
       from spans
       join stays s on s.employment_id = spans.employment_id
         and s.days && daterange(spans.first_on, spans.last_on, '[]')),
     by_month as (
       select workplace, months.month, person_id, length, weight, last_cut, absent.days * months.days as days,
         coalesce(months.days @> begun_on, false) as begun, coalesce(months.days @> ended_on, false) as ended
       from absent cross join bounds
       cross join lateral generate_series(
         date_trunc('month', lower(absent.days)::timestamp), least(upper(absent.days), bounds.to_on)::timestamp, '1 month') first
       join months on months.month = first::date),
     weighed as (
       select workplace, month, person_id, length, ${WORKING_DAYS} * weight as days, begun::int, ended::int,
         case when lower(days) > last_cut then 0 else
           (least(last_day.working_ordinal, cut_day.working_ordinal) - first_day.working_ordinal + first_day.working::int) * weight
         end as cut_days,
         (days @> last_cut + 1)::int as grown
       from by_month ${calendar('days')}
       left join calendar_days cut_day on cut_day.day = last_cut),
     people as (
       select workplace, month, ${PERSON_NUMBER} as person,
         coalesce(sum(days) filter (where length <= ${SHORT_DAYS}), 0)::float8 as short_days,
         coalesce(sum(days) filter (where length > ${SHORT_DAYS} and length <= ${MEDIUM_DAYS}), 0)::float8 as medium_days,
         coalesce(sum(days) filter (where length > ${MEDIUM_DAYS}), 0)::float8 as long_days,
         sum(begun)::float8 as begun, sum(ended)::float8 as ended, sum(cut_days)::float8 as cut_days, max(grown)::float8 as grown
       from weighed group by workplace, month, person_id)
     select workplace, month::text, array_agg(person) as persons, array_agg(short_days) as "shortDays",
       array_agg(medium_days) as "mediumDays", array_agg(long_days) as "longDays", array_agg(begun) as begun,
       array_agg(ended) as ended, array_agg(cut_days) as "cutDays", array_agg(grown) as grown
     from people group by workplace, month`,
    [wanted.tenantId, wanted.workplaces, wanted.months, MEASURED_KINDS, wanted.seenOn, wanted.knownAt],
  );
