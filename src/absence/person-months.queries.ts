import { change, row, rows, type Tx } from '../platform/database/rows.js';
import { earlier, lastOfMonth, later, type LocalDate } from '../shared/local-date.js';
import { isProvisional, lastCompleteMonth } from './domain/provisional.js';
import { MEDIUM_DAYS } from './domain/spell.js';
import { FULL_TIME, spansOf } from './fact-statement.queries.js';
import { knownUntil, readWhole } from './figures.queries.js';
import { GROWN, PLACES, unitsUnder, type IndicatorsWanted } from './indicator-facts.queries.js';
import { windowOf } from './month-facts.queries.js';

/** One person's month in one of the units asked about: added up over persons it is the unit's `IndicatorFact`. */
export interface PersonMonth {
  readonly personId: string;
  readonly unitId: string;
  readonly month: LocalDate;
  /** Full-time employed, over the days of the month. */
  readonly fullTime: number;
  readonly days: number;
  readonly daysCutAt30: number;
  readonly spellsEnded: number;
  readonly longSpells: number;
  /** Since when the person is employed by this employer. */
  readonly employedSince: LocalDate;
  readonly provisional: boolean;
}

export interface PersonMonthsWanted extends IndicatorsWanted {
  /** Says in which order persons come, so that the order tells nothing of them. */
  readonly shuffle: string;
}

/** What was gathered of the months asked about. */
export interface PersonMonthsGathered {
  readonly rows: number;
  readonly people: number;
  readonly knownUntil: LocalDate | null;
}

const BATCH = 2_000;

const STATEMENT = `
  ${spansOf({ bucket: 'month', someUnits: true })}, ${PLACES}, ${GROWN},
  pieces as (
    select s.unit_id, s.person_id, s.measure, s.weight::bigint as weight, s.spell_first, month::date as bucket,
      (month + interval '1 month')::date - month::date as month_days,
      greatest(s.from_on, month::date) as from_on, least(s.to_on, (month + interval '1 month')::date - 1) as to_on,
      (s.ended_days is not null and s.to_on < (month + interval '1 month')::date)::int as ended
    from spans s cross join lateral generate_series(date_trunc('month', s.from_on), s.to_on, interval '1 month') month
    where s.measure <> 'injury'),
  weighed as (
    select p.unit_id, p.person_id, p.bucket, month_days, ended, 0 as grown,
      case when measure = 'employed' then (to_on - from_on + 1) * weight else 0 end as employed,
      case when measure <> 'employed' then (l.worked - f.worked_before) * weight else 0 end as worked,
      case when measure <> 'employed' and from_on < spell_first + ${MEDIUM_DAYS} then
        (least(l.worked, c.worked) - f.worked_before) * weight else 0 end as cut
    from pieces p
    join days f on f.day = p.from_on
    join days l on l.day = p.to_on
    left join days c on c.day = p.spell_first + ${MEDIUM_DAYS - 1}
    union all
    select unit_id, person_id, date_trunc('month', day)::date,
      (date_trunc('month', day) + interval '1 month')::date - date_trunc('month', day)::date, 0, 1, 0, 0, 0
    from grown)
  insert into person_months
  select w.person_id, places.asked_id, w.bucket, sum(employed) / ${FULL_TIME} / max(month_days), sum(worked) / ${FULL_TIME},
    sum(cut) / ${FULL_TIME}, sum(ended), sum(w.grown),
    (select min(lower(employed)) from employments where tenant_id = $1 and employments.person_id = w.person_id),
    sha256(convert_to($7::text || w.person_id::text, 'UTF8'))
  from weighed w
  join places on places.unit_id = w.unit_id
    and (w.bucket + interval '1 month')::date - 1 >= since and (w.bucket + interval '1 month')::date - 1 < until
  group by w.person_id, places.asked_id, w.bucket
  having sum(employed) > 0 or sum(ended) > 0`;

/**
 * Gathers persons' months in a table of the transaction's own, which `readPersonMonths` goes through: a million rows are
 * never in memory.
 */
export const gatherPersonMonths = async (
  tx: Tx,
  tenantId: string,
  { units, period, today, shuffle }: PersonMonthsWanted,
): Promise<PersonMonthsGathered> => {
  await tx.query(`
    create temporary table person_months (person_id uuid, unit_id uuid, month date, full_time float8, days float8,
      days_cut_at_30 float8, spells_ended int, long_spells int, employed_since date, place bytea) on commit drop`);
  const window = await windowOf(tx, tenantId, today);
  const from = window && later(period.from, window.firstMonth);
  const to = window && earlier(period.to, lastOfMonth(window.lastMonth));
  const known = await knownUntil(tx, tenantId);
  const until = known.map((source) => source.until).sort()[0] ?? null;
  if (!from || !to || to < from) return { rows: 0, people: 0, knownUntil: until };
  await readWhole(tx);
  const below = await unitsUnder(tx, tenantId, units);
  const gathered = await change(tx, STATEMENT, [tenantId, from, to, today, below, units, shuffle]);
  const found = await row<{ people: number }>(
    tx,
    'select count(distinct person_id)::int as people from person_months',
  );
  return { rows: gathered, people: found?.people ?? 0, knownUntil: until };
};

/** What was gathered, person by person in an order that tells nothing, in batches. */
export async function* readPersonMonths(
  tx: Tx,
  gathered: Pick<PersonMonthsGathered, 'knownUntil'>,
  today: LocalDate,
): AsyncGenerator<PersonMonth[]> {
  const complete = lastCompleteMonth(gathered.knownUntil, today);
  await tx.query(`
    declare person_months_read no scroll cursor for
    select person_id as "personId", unit_id as "unitId", month, full_time as "fullTime", days, days_cut_at_30 as "daysCutAt30",
      spells_ended as "spellsEnded", long_spells as "longSpells", employed_since as "employedSince"
    from person_months order by place, month, unit_id`);
  for (;;) {
    const batch = await rows<Omit<PersonMonth, 'provisional'>>(tx, `fetch ${BATCH} from person_months_read`);
    if (batch.length > 0)
      yield batch.map((found) => ({ ...found, provisional: isProvisional(found.month, complete) }));
    if (batch.length < BATCH) break;
  }
  await tx.query('close person_months_read');
}
