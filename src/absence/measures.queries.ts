import { row, rows, type Tx } from '../platform/database/rows.js';
import { addDays, firstOfMonth, lastOfMonth, type LocalDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import type { Facts } from './domain/measures.js';
import { factsStatement } from './fact-statement.queries.js';
import { readWhole, SUMMED_FACTS } from './figures.queries.js';

/** Into which groups an employer's figures are divided; each person-day is in exactly one. */
export const MEASURED_BY = ['employer', 'workplace', 'unit'] as const;
export type MeasuredBy = (typeof MEASURED_BY)[number];

export interface GroupFacts extends Facts {
  /** A unit; null for the employer as a whole. */
  readonly unitId: string | null;
}

const isWholeMonths = ({ from, to }: Period): boolean =>
  from === firstOfMonth(from) && to === lastOfMonth(to);

/** Whether the kept facts answer for a period: whole months that are over, since absence was recorded. */
const isKept = async (tx: Tx, tenantId: string, period: Period): Promise<boolean> => {
  if (!isWholeMonths(period)) return false;
  const kept = await row(
    tx,
    'select 1 from fact_windows where tenant_id = $1 and first_month <= $2::date and last_month >= $3::date',
    [tenantId, period.from, firstOfMonth(period.to)],
  );
  return kept !== null;
};

const KEPT = 'select * from month_facts where tenant_id = $1 and month between $2::date and $3::date';
const EXACT = factsStatement({ bucket: 'period', someUnits: false });

// A unit belongs to the nearest workplace above it, as the tree stood on the last day of the month or period.
const GROUPS = `
  placed as (
    select unit_id, path, case when lag(valid) over its_history is null then '-infinity'::date else lower(valid) end as since,
      coalesce(lead(lower(valid)) over its_history, 'infinity'::date) as until
    from unit_versions where tenant_id = $1
    window its_history as (partition by unit_id order by valid)),
  workplaces as (select distinct unit_id from unit_versions where tenant_id = $1 and kind = 'workplace'),
  groups as (
    select placed.unit_id, since, until, coalesce(
      (select above.id from unnest(path) with ordinality above (id, depth)
       where above.id in (select unit_id from workplaces) order by depth desc limit 1), path[1]) as workplace_id
    from placed)`;

const GROUP_ID: Readonly<Record<MeasuredBy, string>> = {
  employer: 'null::uuid',
  workplace: 'groups.workplace_id',
  unit: 'facts.unit_id',
};

/**
 * The facts of an employer in a period, by group. Whole months that are over are read from the kept facts; any other
 * period is counted from the spells themselves.
 *
 * @param today running spells are as long as they have become by then
 */
export const groupFacts = async (
  tx: Tx,
  tenantId: string,
  { period, by, today }: { readonly period: Period; readonly by: MeasuredBy; readonly today: LocalDate },
): Promise<GroupFacts[]> => {
  const kept = await isKept(tx, tenantId, period);
  await readWhole(tx);
  const ends = kept ? `(facts.month + interval '1 month')::date - 1` : '$3::date';
  return rows<GroupFacts>(
    tx,
    `with facts as (${kept ? KEPT : EXACT}), ${GROUPS}
     select ${GROUP_ID[by]} as "unitId", ${SUMMED_FACTS}
     from facts join groups on groups.unit_id = facts.unit_id and groups.since <= ${ends} and ${ends} < groups.until
     group by 1`,
    kept ? [tenantId, period.from, period.to] : [tenantId, period.from, period.to, today],
  );
};

/** The part of a period that is over; null where none is. */
export const partOver = (period: Period, today: LocalDate): Period | null => {
  const yesterday = addDays(today, -1);
  const to = period.to < yesterday ? period.to : yesterday;
  return to < period.from ? null : { from: period.from, to };
};
