import { lastCompleteMonth, SICKNESS_KINDS } from '../absence/index.js';
import { limitsOf, type DisclosureLimits } from '../disclosure/index.js';
import { row, rows, type Tx } from '../platform/database/rows.js';
import { addDays, addMonths, type LocalDate } from '../shared/local-date.js';
import type { Reason } from './domain/reason.js';
import {
  aboveLimit,
  chartOf,
  MONTHS_BACK,
  type ChartMonths,
  type UnitChart,
  type UnitMonths,
} from './domain/spell-chart.js';
import type { ReasonSource } from './reason-sources.js';

/** The months of every unit that stands today, from month facts: as the tree stood in each month. */
const monthsOfUnits = (
  tx: Tx,
  tenantId: string,
  on: LocalDate,
  { month, from }: ChartMonths,
): Promise<UnitMonths[]> =>
  rows<UnitMonths>(
    tx,
    `with facts as (
       select * from month_facts where tenant_id = $1 and month between $3::date and $4::date
     ), rates as (
       select month, sum(spells_begun) / nullif(sum(fte_days), 0) as rate from facts group by month
     ), placed as (
       select above.unit_id, facts.month, sum(spells_begun)::float8 as begun, (sum(fte_days) * min(rate))::float8 as expected,
         sum(employed_at_end)::int as persons
       from facts
       join rates on rates.month = facts.month
       join unit_versions v on v.tenant_id = $1 and v.unit_id = facts.unit_id
         and v.valid @> ((facts.month + interval '1 month')::date - 1)
       cross join unnest(v.path) as above (unit_id)
       group by above.unit_id, facts.month
     )
     select placed.unit_id as "unitId", today.path, array_agg(begun order by month) as begun,
       array_agg(coalesce(expected, 0) order by month) as expected,
       coalesce(max(persons) filter (where month = $4::date), 0) as persons
     from placed
     join unit_versions today on today.tenant_id = $1 and today.unit_id = placed.unit_id and today.valid @> $2::date
     group by placed.unit_id, today.path having max(month) = $4::date`,
    [tenantId, on, from, month],
  );

/** Which units' spells of a month come from enough people, none of whom has most of them (definitions 6.1). */
const carriedByMany = async (
  tx: Tx,
  tenantId: string,
  { month }: ChartMonths,
  limits: DisclosureLimits,
  unitIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const found = await rows<{ unitId: string }>(
    tx,
    `with begun as (
       select above.unit_id, e.person_id, count(*) as spells
       from spells
       join employments e on e.tenant_id = $1 and e.id = spells.employment_id
       join employment_terms t on t.tenant_id = $1 and t.employment_id = e.id and t.valid @> spells.first_on
       join unit_versions v on v.tenant_id = $1 and v.unit_id = t.unit_id and v.valid @> spells.first_on
       join unnest($4::uuid[]) as above (unit_id) on above.unit_id = any (v.path)
       where spells.tenant_id = $1 and spells.kind = any ($3) and spells.first_on >= $2::date
         and spells.first_on < $2::date + interval '1 month'
       group by above.unit_id, e.person_id)
     select unit_id as "unitId" from begun group by unit_id
     having count(*) >= $5 and max(spells) <= sum(spells) * $6::float8`,
    [tenantId, month, SICKNESS_KINDS, unitIds, limits.absentPersons, limits.largestShare],
  );
  return new Set(found.map(({ unitId }) => unitId));
};

export interface SpellCharts {
  readonly months: ChartMonths;
  readonly limits: DisclosureLimits;
  readonly charts: readonly UnitChart[];
}

/** The chart of every unit that is large and old enough for one, by its last month of which everything is known. */
export const spellCharts = async (tx: Tx, tenantId: string, on: LocalDate): Promise<SpellCharts> => {
  const source = await row<{ until: LocalDate | null }>(
    tx,
    'select max(known_until) as until from absence_sources where tenant_id = $1',
    [tenantId],
  );
  const month = lastCompleteMonth(source?.until ?? null, on);
  const months = { month, from: addMonths(month, -MONTHS_BACK) };
  const limits = await limitsOf(tx, tenantId);
  const units = await monthsOfUnits(tx, tenantId, on, months);
  return { months, limits, charts: units.flatMap((unit) => chartOf(unit, limits.persons) ?? []) };
};

const reasonOf = (
  { unitId, begun, expected, limit, months, persons }: UnitChart,
  month: LocalDate,
): Reason => ({
  rule: 'unit-spells',
  unitId,
  personId: null,
  employmentId: null,
  responsible: null,
  since: month,
  from: month,
  to: addDays(addMonths(month, 1), -1),
  facts: { count: begun, spells: [], chart: { month, begun, expected, limit, months, persons } },
});

/** Units with many new spells beside their own past, where the employer has set the rule; none otherwise. */
export const manyNewSpells: ReasonSource = async (tx, { tenantId, on, settings }) => {
  const rules = ['unit-spells'] as const;
  if (!settings.unitSpells) return { rules, reasons: [], weighedAgain: null };
  const { months, limits, charts } = await spellCharts(tx, tenantId, on);
  const above = aboveLimit(charts);
  const carried =
    above.length === 0
      ? new Set<string>()
      : await carriedByMany(
          tx,
          tenantId,
          months,
          limits,
          above.map(({ unitId }) => unitId),
        );
  const reasons = above
    .filter(({ unitId }) => carried.has(unitId))
    .map((chart) => reasonOf(chart, months.month));
  return { rules, reasons, weighedAgain: months.month };
};
