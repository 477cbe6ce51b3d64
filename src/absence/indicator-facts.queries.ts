import { rows, type Tx } from '../platform/database/rows.js';
import { earlier, lastOfMonth, later, type LocalDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import { isProvisional, lastCompleteMonth } from './domain/provisional.js';
import { MEDIUM_DAYS } from './domain/spell.js';
import { bucketsOf, FULL_TIME } from './fact-statement.queries.js';
import { knownUntil, readWhole } from './figures.queries.js';
import { windowOf } from './month-facts.queries.js';

/** A month of a unit and all below it, in what contracts measure by. Decimals are text, as the database worked them out. */
export interface IndicatorFact {
  readonly unitId: string;
  readonly month: LocalDate;
  /** Full-time employed, over the days of the month. */
  readonly fteMonths: string;
  /** Employments on the last day of the month. */
  readonly employed: number;
  /** Dagsværk. */
  readonly days: string;
  /** Dagsværk of the first thirty calendar days of each spell. */
  readonly daysCutAt30: string;
  readonly spellsEnded: number;
  /** Spells that came to their thirty-first day. */
  readonly longSpells: number;
  readonly provisional: boolean;
}

export interface IndicatorsWanted {
  readonly units: readonly string[];
  /** Whole months. */
  readonly period: Period;
  readonly today: LocalDate;
}

// A long spell is counted where its person was on the thirty-first day, once, though two employments were absent.
export const GROWN = `
  grown as (
    select distinct on (person_id, spell_first) unit_id, person_id, spell_first + ${MEDIUM_DAYS} as day
    from spans where measure = 'long' and spell_first + ${MEDIUM_DAYS} between from_on and to_on
    order by person_id, spell_first, unit_id)`;

// Rows that touch are one spell: what is cut off follows from the first day of all of it.
const CUT = `
  cut as (
    select s.unit_id, l.bucket,
      sum((l.worked - greatest(f.worked_before, l.bucket_before)) * s.weight::bigint)::bigint as work_weight
    from (
      select unit_id, weight, from_on, least(to_on, spell_first + ${MEDIUM_DAYS - 1}) as to_on
      from spans where measure in ('short', 'medium', 'long')) s
    cross join lateral generate_series(date_trunc('month', s.from_on), s.to_on, interval '1 month') month
    join days f on f.day = s.from_on
    join days l on l.day = least(s.to_on, (month + interval '1 month')::date - 1)
    where s.from_on <= s.to_on
    group by 1, 2),
  ${GROWN},
  long_spells as (
    select grown.unit_id, bucket, count(*)::int as spells from grown join days on days.day = grown.day group by 1, 2)`;

// A unit counts for a whole month where it stood on the month's last day, as on every screen.
export const PLACES = `
  versions as (
    select unit_id, path, case when lag(valid) over its_history is null then '-infinity'::date else lower(valid) end as since,
      coalesce(lead(lower(valid)) over its_history, 'infinity'::date) as until
    from unit_versions where tenant_id = $1
    window its_history as (partition by unit_id order by valid)),
  places as (
    select asked.id as asked_id, versions.unit_id, since, until
    from unnest($6::uuid[]) asked (id) join versions on asked.id = any (path))`;

const STATEMENT = `
  ${bucketsOf({ bucket: 'month', someUnits: true })}, ${CUT}, ${PLACES},
  facts as (
    select unit_id, bucket, max(b.days) as month_days,
      sum(day_weight) filter (where measure = 'employed') as employed_weight,
      sum(at_end) filter (where measure = 'employed') as at_end,
      sum(work_weight) filter (where measure in ('short', 'medium', 'long')) as work_weight, sum(ended) as ended
    from filled join buckets b using (bucket) group by unit_id, bucket)
  select places.asked_id as "unitId", facts.bucket::text as month,
    (coalesce(sum(employed_weight), 0) / ${FULL_TIME} / max(month_days))::text as "fteMonths",
    coalesce(sum(at_end), 0)::int as employed,
    (coalesce(sum(facts.work_weight), 0) / ${FULL_TIME})::text as days,
    (coalesce(sum(cut.work_weight), 0) / ${FULL_TIME})::text as "daysCutAt30",
    coalesce(sum(ended), 0)::int as "spellsEnded", coalesce(sum(long_spells.spells), 0)::int as "longSpells"
  from facts
  join places on places.unit_id = facts.unit_id
    and (facts.bucket + interval '1 month')::date - 1 >= since and (facts.bucket + interval '1 month')::date - 1 < until
  left join cut on cut.unit_id = facts.unit_id and cut.bucket = facts.bucket
  left join long_spells on long_spells.unit_id = facts.unit_id and long_spells.bucket = facts.bucket
  group by 1, 2 having sum(employed_weight) > 0 or sum(ended) > 0
  order by 1, 2`;

/** The units asked about and every unit that ever stood below one of them. */
export const unitsUnder = async (tx: Tx, tenantId: string, units: readonly string[]): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    'select distinct unit_id as id from unit_versions where tenant_id = $1 and path && $2::uuid[]',
    [tenantId, units],
  );
  return found.map((unit) => unit.id);
};

/**
 * What some units of an employer come to in the months of a period: those that are over and, since absence was recorded,
 * known. One pass over their spells, whatever their number.
 */
export const indicatorFacts = async (
  tx: Tx,
  tenantId: string,
  { units, period, today }: IndicatorsWanted,
): Promise<IndicatorFact[]> => {
  const window = await windowOf(tx, tenantId, today);
  const from = window && later(period.from, window.firstMonth);
  const to = window && earlier(period.to, lastOfMonth(window.lastMonth));
  if (!from || !to || to < from) return [];
  const below = await unitsUnder(tx, tenantId, units);
  const [latest] = await knownUntil(tx, tenantId);
  const complete = lastCompleteMonth(latest?.until ?? null, today);
  await readWhole(tx);
  const found = await rows<Omit<IndicatorFact, 'provisional'>>(tx, STATEMENT, [
    tenantId,
    from,
    to,
    today,
    below,
    units,
  ]);
  return found.map((fact) => ({ ...fact, provisional: isProvisional(fact.month, complete) }));
};
