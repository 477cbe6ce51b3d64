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
// and would go through every spell for each of them. Nothing here is small enough for that, nor for the usual memory.
const withoutLoops = async <Row>(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<Row[]> => {
  await tx.query(`select set_config('work_mem', '128MB', true), set_config('enable_nestloop', 'off', true)`);
  const found = await rows<Row>(tx, sql, parameters);
  await tx.query('set local enable_nestloop = on');
  return found;
};

// Unit, employment and hours are read as they stood on each day: a stay is a stretch with one of each.
const STAYS = `
  months as (select month::date, daterange(month::date, (month + interval '1 month')::date) as days from unnest($3::date[]) month),
  places as (
    select asked.workplace, version.unit_id, version.valid
    from unnest($2::uuid[]) asked (workplace)
    join unit_versions version on version.tenant_id = $1 and asked.workplace = any (version.path)),
  stays as (
    select places.workplace, e.person_id, t.employment_id, t.weekly_hours, e.employed * t.valid * places.valid as days
    from places
    join employment_terms t on t.tenant_id = $1 and t.unit_id = places.unit_id and t.valid && places.valid
    join employments e on e.tenant_id = $1 and e.id = t.employment_id
    where not isempty(e.employed * t.valid * places.valid)),
  month_stays as (
    select s.workplace, s.person_id, s.employment_id, s.weekly_hours, months.month, s.days * months.days as days
    from stays s join months on s.days && months.days)`;

// The calendar is joined by its days: looking up the working days of each row by itself takes most of the time.
const calendar = (days: string): string => `
  join calendar_days first_day on first_day.day = lower(${days})
  join calendar_days last_day on last_day.day = upper(${days}) - 1`;
const WORKING_DAYS = '(last_day.working_ordinal - first_day.working_ordinal + first_day.working::int)';

export const exposureFacts = (
  tx: Tx,
  { tenantId, workplaces, months }: FactsWanted,
): Promise<ExposureFact[]> =>
  withoutLoops<ExposureFact>(
    tx,
    `with ${STAYS}
     select workplace, month::text, sum(${WORKING_DAYS} * weekly_hours / 37)::float8 as "possibleDays",
       sum((upper(days) - lower(days)) * weekly_hours / 37)::float8 as "fteDays",
       sum(upper(days) - lower(days))::float8 as "employedDays"
     from month_stays ${calendar('days')}
     group by workplace, month`,
    [tenantId, workplaces, months],
  );

// As large as a number can be without loss, and drawn by lot: it tells persons apart and nobody who they are.
const PERSON_NUMBER = `('x' || right(person_id::text, 12))::bit(48)::bigint::float8`;

export const presenceFacts = (
  tx: Tx,
  { tenantId, workplaces, months }: FactsWanted,
): Promise<PresenceFact[]> =>
  withoutLoops<PresenceFact>(
    tx,
    `with ${STAYS}
     select workplace, month::text, array_agg(distinct ${PERSON_NUMBER}) as persons
     from month_stays group by workplace, month`,
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
      and e.person_id in (select person_id from month_stays)),
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
  withoutLoops<AbsenceFact>(
    tx,
    `with ${STAYS}, ${SPELLS},
     absent as (
       select s.workplace, s.month, s.person_id, ${LENGTH} as length, s.weekly_hours / 37 * spans.degree as weight,
         s.days * daterange(spans.first_on, spans.last_on, '[]') as days, spell_first + ${MEDIUM_DAYS - 1} as last_cut,
         spans.begins and s.days @> spans.first_on as begun,
         spans.last_on = spell_last and (before is null or before < spell_last) and s.days @> spell_last as ended
       from spans
       join month_stays s on s.employment_id = spans.employment_id
         and s.days && daterange(spans.first_on, spans.last_on, '[]')),
     weighed as (
       select workplace, month, person_id, length, ${WORKING_DAYS} * weight as days, begun::int, ended::int,
         case when lower(days) > last_cut then 0 else
           (least(last_day.working_ordinal, cut_day.working_ordinal) - first_day.working_ordinal + first_day.working::int) * weight
         end as cut_days,
         (days @> last_cut + 1)::int as grown
       from absent ${calendar('days')}
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
