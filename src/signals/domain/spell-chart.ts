import { countAbove, rateChart, rateLimits } from '../../evidence/control-charts.js';
import type { LocalDate } from '../../shared/local-date.js';

/** A unit's months, the earliest first; the last one is the month that is looked at. */
export interface UnitMonths {
  readonly unitId: string;
  /** Units on the way down to it, itself last. */
  readonly path: readonly string[];
  /** Spells begun in each month. */
  readonly begun: readonly number[];
  /** Spells that the whole employer's rate in each month gives for the unit's hours; takes out season and epidemics. */
  readonly expected: readonly number[];
  /** Employed at the end of the last month. */
  readonly persons: number;
}

/** A unit beside its own past. */
export interface UnitChart {
  readonly unitId: string;
  readonly path: readonly string[];
  readonly begun: number;
  /** What the unit's own past share of the employer's spells gives for the month. */
  readonly expected: number;
  readonly limit: number;
  readonly months: number;
  readonly persons: number;
  /** The chance of passing the limit in a month in which nothing has changed. */
  readonly falseAlarm: number;
}

/** Months of its own past that a unit needs, and that are looked back at. */
export const MONTHS_NEEDED = 12;
export const MONTHS_BACK = 24;
const SIGMAS = 3;

/**
 * New spells of a unit in the last month beside its own past, on Laney's u' chart with three sigmas (measures of sickness
 * are over-dispersed; days would repeat a long spell month after month). The exposure is what the whole employer's month
 * gives, so that winter and influenza raise nothing. Never narrower than Poisson. Null where there are too few persons
 * (definitions 6.1) or too short a past.
 */
export const chartOf = (unit: UnitMonths, minimumPersons: number): UnitChart | null => {
  const points = unit.begun.map((count, place) => ({ count, exposure: unit.expected[place] ?? 0 }));
  const last = points.at(-1);
  const past = points.slice(0, -1).filter(({ exposure }) => exposure > 0);
  const enough = past.length >= MONTHS_NEEDED && past.some(({ count }) => count > 0);
  if (!last || last.exposure <= 0 || !enough || unit.persons < minimumPersons) return null;
  const laney = rateChart(past);
  const chart = { ...laney, sigmaZ: Math.max(1, laney.sigmaZ) };
  const expected = chart.centre * last.exposure;
  const limit = rateLimits(chart, last.exposure, SIGMAS).upper * last.exposure;
  return {
    unitId: unit.unitId,
    path: unit.path,
    begun: last.count,
    expected,
    limit,
    months: past.length,
    persons: unit.persons,
    falseAlarm: countAbove(Math.floor(limit), expected, chart.sigmaZ ** 2),
  };
};

/** The units above their limit; one whose spells come from a unit below it that is above its own says nothing more. */
export const aboveLimit = (charts: readonly UnitChart[]): UnitChart[] => {
  const above = charts.filter(({ begun, limit }) => begun > limit);
  return above.filter(
    ({ unitId }) => !above.some((other) => other.unitId !== unitId && other.path.includes(unitId)),
  );
};

/** How many signals a year would mean nothing, were nothing ever to change. */
export const falseAlarmsAYear = (charts: readonly UnitChart[]): number =>
  12 * charts.reduce((total, { falseAlarm }) => total + falseAlarm, 0);

/** The month that charts look at, and the first of the months before it. */
export interface ChartMonths {
  readonly month: LocalDate;
  readonly from: LocalDate;
}
