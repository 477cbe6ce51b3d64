import { rows, type Tx } from '../platform/database/rows.js';
import { addDays, addMonths, type LocalDate } from '../shared/local-date.js';
import { daysIn, type Period } from '../shared/period.js';
import { MEDIUM_DAYS } from './domain/spell.js';
import { FULL_TIME, spansOf } from './fact-statement.queries.js';
import { readWhole } from './figures.queries.js';

/** One year of a unit's persons: how many stand behind it, and sums of amount Y and exposure E (full-time years) over them. */
export interface MomentsOfYear {
  readonly persons: number;
  /** Persons with some of the amount, and the most that one of them holds. */
  readonly holders: number;
  readonly largest: number;
  readonly amount: number;
  readonly exposure: number;
  readonly amountSquared: number;
  readonly amountExposure: number;
  readonly exposureSquared: number;
}

/** Two years of a unit with all below it, in one measure, as sums over its persons: none of them leaves the query. */
export interface PersonMoments {
  readonly unitId: string;
  readonly measure: 'days' | 'days-cut-at-30' | 'spells' | 'long-spells';
  readonly first: MomentsOfYear;
  readonly second: MomentsOfYear;
  /** ΣY₁Y₂, ΣY₁E₂, ΣE₁Y₂, ΣE₁E₂. */
  readonly amounts: number;
  readonly amountThenExposure: number;
  readonly exposureThenAmount: number;
  readonly exposures: number;
  /** Of the second year's amount of all units asked about, what the twentieth of their persons with most of it holds. */
  readonly topShare: number | null;
}

export interface MomentsWanted {
  readonly units: readonly string[];
  /** The first day of 24 whole months. */
  readonly from: LocalDate;
  readonly today: LocalDate;
}

// A team counts for a unit on the days on which it stood below it.
const PLACED = `
  versions as (
    select unit_id, path, case when lag(valid) over its_history is null then '-infinity'::date else lower(valid) end as since,
      coalesce(lead(lower(valid)) over its_history, 'infinity'::date) as until
    from unit_versions where tenant_id = $1
    window its_history as (partition by unit_id order by valid)),
  places as (
    select asked.id as asked_id, versions.unit_id, since, until
    from unnest($9::uuid[]) asked (id) join versions on asked.id = any (path)),
  years (year, starts, ends, length) as (values (1, $2::date, $6::date - 1, $7::float8), (2, $6::date, $3::date, $8::float8)),
  placed as (
    select p.asked_id, y.year, y.length, s.person_id, s.measure, s.weight, s.spell_first,
      s.ended_days is not null and s.to_on < p.until and s.to_on <= y.ends as ended,
      greatest(s.from_on, p.since, y.starts) as from_on, least(s.to_on, p.until - 1, y.ends) as to_on
    from spans s
    join places p on p.unit_id = s.unit_id and p.since <= s.to_on and s.from_on < p.until
    join years y on greatest(s.from_on, p.since, y.starts) <= least(s.to_on, p.until - 1, y.ends))`;

const LAST_COUNTED = `spell_first + ${MEDIUM_DAYS - 1}`;
const worked = (through: string): string => `(${through} - f.worked_before) * weight::float8 / ${FULL_TIME}`;

// Definitions 7.1, 7.2 and 9: dagsværk; those of each spell's first thirty days; spells ended; spells that came to their
// thirty-first day, once though two employments were absent.
const PEOPLE = `
  amounts as (
    select asked_id, person_id, year,
      sum((to_on - from_on + 1) * weight::float8 / ${FULL_TIME} / length) filter (where measure = 'employed') as exposure,
      sum(${worked('l.worked')}) filter (where absent) as days,
      sum(${worked('least(l.worked, c.worked)')}) filter (where absent and from_on <= ${LAST_COUNTED}) as cut_days,
      count(*) filter (where absent and ended) as ended,
      count(distinct spell_first) filter (where measure = 'long' and ${LAST_COUNTED} + 1 between from_on and to_on) as grown
    from (select *, measure in ('short', 'medium', 'long') as absent from placed) placed
    join days f on f.day = from_on
    join days l on l.day = to_on
    left join days c on c.day = ${LAST_COUNTED}
    group by asked_id, person_id, year),
  people as (
    select asked_id, person_id, m.measure,
      coalesce(sum(a.exposure) filter (where year = 1), 0) as e1, coalesce(sum(a.exposure) filter (where year = 2), 0) as e2,
      coalesce(sum(m.amount) filter (where year = 1), 0) as y1, coalesce(sum(m.amount) filter (where year = 2), 0) as y2
    from amounts a
    cross join lateral (values ('days', a.days), ('days-cut-at-30', a.cut_days), ('spells', a.ended::float8),
      ('long-spells', a.grown::float8)) m (measure, amount)
    group by asked_id, person_id, m.measure),
  ranked as (
    select measure, amount, row_number() over (partition by measure order by amount desc) as place,
      count(*) over (partition by measure) as persons
    from (select measure, person_id, sum(y2) as amount from people where e2 > 0 group by measure, person_id) whole),
  tops as (
    select measure, sum(amount) filter (where place <= ceil(0.05 * persons)) / nullif(sum(amount), 0) as share
    from ranked group by measure)`;

const year = (
  y: string,
  e: string,
): string => `jsonb_build_object('persons', count(*) filter (where ${e} > 0),
  'holders', count(*) filter (where ${y} > 0), 'largest', max(${y}), 'amount', sum(${y}), 'exposure', sum(${e}),
  'amountSquared', sum(${y} * ${y}), 'amountExposure', sum(${y} * ${e}), 'exposureSquared', sum(${e} * ${e}))`;

const STATEMENT = `
  ${spansOf({ bucket: 'period', someUnits: true })}, ${PLACED}, ${PEOPLE}
  select asked_id as "unitId", measure, ${year('y1', 'e1')} as first, ${year('y2', 'e2')} as second,
    sum(y1 * y2) as amounts, sum(y1 * e2) as "amountThenExposure", sum(e1 * y2) as "exposureThenAmount",
    sum(e1 * e2) as exposures, max(tops.share) as "topShare"
  from people left join tops using (measure)
  group by asked_id, measure order by asked_id, measure`;

/** The two years of twelve months from a day on. */
export const twoYearsFrom = (from: LocalDate): readonly [Period, Period] => {
  const second = addMonths(from, 12);
  return [
    { from, to: addDays(second, -1) },
    { from: second, to: addDays(addMonths(from, 24), -1) },
  ];
};

/** One statement over all persons of an employer's units; what comes out are a few sums a unit and measure. */
export const personMoments = async (
  tx: Tx,
  tenantId: string,
  { units, from, today }: MomentsWanted,
): Promise<PersonMoments[]> => {
  const [first, second] = twoYearsFrom(from);
  await readWhole(tx);
  const below = await rows<{ id: string }>(
    tx,
    'select distinct unit_id as id from unit_versions where tenant_id = $1 and path && $2::uuid[]',
    [tenantId, units],
  );
  // $5 restricts persons to those who were ever there; `places` tells when.
  return rows<PersonMoments>(tx, STATEMENT, [
    tenantId,
    first.from,
    second.to,
    today,
    below.map((unit) => unit.id),
    second.from,
    daysIn(first),
    daysIn(second),
    units,
  ]);
};
