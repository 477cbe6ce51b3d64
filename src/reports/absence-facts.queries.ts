import { MEASURED_KINDS } from '../absence/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { AbsenceFact, ExposureFact, PresenceFact } from './domain/facts.js';

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

const workingDays = (days: string): string => `(
    (select working_ordinal from calendar_days where day = upper(${days}) - 1)
    - (select working_ordinal from calendar_days where day = lower(${days}) - 1))`;

export const exposureFacts = (
  tx: Tx,
  { tenantId, workplaces, months }: FactsWanted,
): Promise<ExposureFact[]> =>
  rows<ExposureFact>(
    tx,
    `with ${STAYS},
     persons as (
       select workplace, month, person_id, range_agg(days) as days from month_stays group by workplace, month, person_id),
     person_days as (
       select workplace, month, sum(upper(part) - lower(part)) as days from persons, unnest(days) part group by workplace, month),
     hours as (
       select workplace, month, sum(${workingDays('days')} * weekly_hours / 37) as possible,
         sum((upper(days) - lower(days)) * weekly_hours / 37) as fte
       from month_stays group by workplace, month)
     select workplace, month::text, hours.possible::float8 as "possibleDays", hours.fte::float8 as "fteDays",
       person_days.days::float8 as "personDays"
     from hours join person_days using (workplace, month)`,
    [tenantId, workplaces, months],
  );

export const presenceFacts = (
  tx: Tx,
  { tenantId, workplaces, months }: FactsWanted,
): Promise<PresenceFact[]> =>
  rows<PresenceFact>(
    tx,
    `with ${STAYS}
     select workplace, person_id as person, array_agg(distinct month::text) as months
     from month_stays group by workplace, person_id`,
    [tenantId, workplaces, months],
  );

// Rows that touch are one spell of the person, whatever kind or degree (definitions 1.2, 1.4), cut at the end of the
// employment (1.8). What was known at an instant is what had been received by then and not yet been superseded.
const SPELLS = `
  known as (
    select employment_id, kind, first_on, last_on, degree from spells
    where tenant_id = $1 and ($6::timestamptz is null or received_at <= $6)
    union all
    select employment_id, kind, first_on, last_on, degree from spell_versions
    where tenant_id = $1 and received_at <= $6 and superseded_at > $6),
  parts as (
    select e.person_id, known.employment_id, known.first_on, known.degree,
      least(coalesce(known.last_on, 'infinity'), coalesce(upper(e.employed) - 1, 'infinity')) as last_on
    from known join employments e on e.tenant_id = $1 and e.id = known.employment_id
    where known.kind = any ($4) and e.employed @> known.first_on
      and e.person_id in (select person_id from month_stays)),
  reached as (
    select *, max(last_on) over (partition by person_id order by first_on, last_on
      rows between unbounded preceding and 1 preceding) as before
    from parts),
  numbered as (
    select *, count(*) filter (where before is null or first_on > before + 1)
      over (partition by person_id order by first_on, last_on) as spell
    from reached),
  spans as (
    select person_id, spell, min(first_on) as first_on, max(last_on) as last_on,
      (array_agg(employment_id order by first_on, last_on))[1] as first_employment,
      (array_agg(employment_id order by last_on desc, first_on desc))[1] as last_employment,
      case when max(last_on) = 'infinity' then greatest($5::date, min(first_on)) else max(last_on) end
        - min(first_on) + 1 as calendar_days
    from numbered group by person_id, spell)`;

export const absenceFacts = (tx: Tx, wanted: FactsWanted): Promise<AbsenceFact[]> =>
  rows<AbsenceFact>(
    tx,
    `with ${STAYS}, ${SPELLS},
     absent as (
       select s.workplace, s.month, s.person_id, spans.calendar_days, s.weekly_hours, n.degree,
         s.days * daterange(n.first_on, n.last_on, '[]') as days
       from numbered n
       join spans using (person_id, spell)
       join month_stays s on s.employment_id = n.employment_id and s.days && daterange(n.first_on, n.last_on, '[]')),
     facts as (
       select workplace, month, person_id, calendar_days, ${workingDays('days')} * weekly_hours / 37 * degree as days, 0 as begun, 0 as ended
       from absent
       union all
       select s.workplace, s.month, s.person_id, 0, 0, 1, 0
       from spans join month_stays s on s.employment_id = spans.first_employment and s.days @> spans.first_on
       union all
       select s.workplace, s.month, s.person_id, 0, 0, 0, 1
       from spans join month_stays s on s.employment_id = spans.last_employment and s.days @> spans.last_on)
     select workplace, month::text, person_id as person,
       coalesce(sum(days) filter (where calendar_days <= 14), 0)::float8 as "shortDays",
       coalesce(sum(days) filter (where calendar_days between 15 and 30), 0)::float8 as "mediumDays",
       coalesce(sum(days) filter (where calendar_days > 30), 0)::float8 as "longDays",
       sum(begun)::float8 as begun, sum(ended)::float8 as ended
     from facts group by workplace, month, person_id`,
    [wanted.tenantId, wanted.workplaces, wanted.months, MEASURED_KINDS, wanted.seenOn, wanted.knownAt],
  );
