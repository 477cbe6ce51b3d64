import { change, row, rows, type Tx } from '../platform/database/rows.js';
import { erasedBefore } from '../access/index.js';
import {
  addDays,
  addMonths,
  firstOfMonth,
  lastOfMonth,
  later,
  type LocalDate,
} from '../shared/local-date.js';
import { FACT_COLUMNS, factsStatement } from './fact-statement.queries.js';
import { readWhole } from './figures.queries.js';

export interface Window {
  readonly firstMonth: LocalDate;
  readonly lastMonth: LocalDate;
}

/** From the month of the first recorded absence to the last month that is over: before it, nobody recorded any. */
export const windowOf = async (tx: Tx, tenantId: string, today: LocalDate): Promise<Window | null> => {
  const found = await row<{ firstOn: LocalDate | null }>(
    tx,
    'select min(first_on) as "firstOn" from spells where tenant_id = $1',
    [tenantId],
  );
  const lastMonth = firstOfMonth(addDays(firstOfMonth(today), -1));
  const gone = await erasedBefore(tx, tenantId, 'absence');
  const firstOn =
    found?.firstOn && gone ? later(found.firstOn, wholeMonthFrom(gone)) : (found?.firstOn ?? null);
  const firstMonth = firstOn ? firstOfMonth(firstOn) : null;
  return firstMonth === null || firstMonth > lastMonth ? null : { firstMonth, lastMonth };
};

/** The first month that lies wholly on or after a day: in the one before, something may have been erased. */
const wholeMonthFrom = (day: LocalDate): LocalDate =>
  firstOfMonth(day) === day ? day : firstOfMonth(addMonths(day, 1));

const lock = (tx: Tx, tenantId: string) =>
  row(tx, `select pg_advisory_xact_lock(hashtextextended('month facts of ' || $1, 0))`, [tenantId]);

/** Keeps the window; true when it is another than the facts were made for. */
const keepWindow = async (tx: Tx, tenantId: string, window: Window): Promise<boolean> =>
  (await change(
    tx,
    `insert into fact_windows as kept (tenant_id, first_month, last_month) values ($1, $2, $3)
     on conflict (tenant_id) do update set first_month = $2, last_month = $3
       where (kept.first_month, kept.last_month) is distinct from ($2::date, $3::date)`,
    [tenantId, window.firstMonth, window.lastMonth],
  )) > 0;

/** Above this share of the units, making all anew in one pass is quicker than picking some. */
const MOST = 0.2;

/** The stale units, now taken; null when it is better to make the facts of all units anew. */
const takeStale = async (tx: Tx, tenantId: string): Promise<string[] | null> => {
  const taken = await rows<{ unitId: string }>(
    tx,
    'delete from stale_units where tenant_id = $1 returning unit_id as "unitId"',
    [tenantId],
  );
  const stale = [...new Set(taken.map((unit) => unit.unitId))];
  const all = await row<{ units: number }>(tx, 'select count(*) as units from units where tenant_id = $1', [
    tenantId,
  ]);
  return stale.length > Math.max(20, MOST * (all?.units ?? 0)) ? null : stale;
};

const clear = (tx: Tx, tenantId: string, units: readonly string[] | null) =>
  change(tx, 'delete from month_facts where tenant_id = $1 and ($2::uuid[] is null or unit_id = any ($2))', [
    tenantId,
    units,
  ]);

/**
 * Brings the month facts of stale units up to date, and those of all units when the months themselves have moved on.
 * One at a time for an employer, and the same result however often.
 */
export const refreshFacts = async (tx: Tx, tenantId: string, today: LocalDate): Promise<void> => {
  await lock(tx, tenantId);
  const stale = await takeStale(tx, tenantId);
  const window = await windowOf(tx, tenantId, today);
  await change(tx, 'delete from overviews where tenant_id = $1', [tenantId]);
  if (window === null) {
    await clear(tx, tenantId, null);
    return;
  }
  const units = (await keepWindow(tx, tenantId, window)) ? null : stale;
  if (units?.length === 0) return;
  await clear(tx, tenantId, units);
  if (units === null) {
    await readWhole(tx);
    // A million rows are sorted and hashed here; the usual few megabytes would send them to the disk.
    await tx.query(`set local work_mem = '64MB'`);
  }
  await change(
    tx,
    `insert into month_facts (tenant_id, ${FACT_COLUMNS})
     select $1, ${FACT_COLUMNS} from (${factsStatement({ bucket: 'month', someUnits: units !== null })}) facts`,
    [tenantId, window.firstMonth, lastOfMonth(window.lastMonth), today, ...(units === null ? [] : [units])],
  );
};

/** Marks the units of spells that still run: as they grow they change the class of their earlier days. */
export const markRunningSpells = (tx: Tx, tenantId: string, today: LocalDate): Promise<number> =>
  change(
    tx,
    `insert into stale_units (tenant_id, unit_id)
     select distinct $1::uuid, t.unit_id
     from spells s
     join employments e on e.tenant_id = $1 and e.id = s.employment_id
     join employments own on own.tenant_id = $1 and own.person_id = e.person_id
     join employment_terms t on t.tenant_id = $1 and t.employment_id = own.id
     where s.tenant_id = $1 and (s.last_on is null or s.last_on >= $2::date - 1)`,
    [tenantId, today],
  );

/** Has the facts of all units made anew at the next refresh. */
export const forgetFacts = (tx: Tx, tenantId: string): Promise<number> =>
  change(tx, 'delete from fact_windows where tenant_id = $1', [tenantId]);
