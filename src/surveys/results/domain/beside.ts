import type { Interval } from './estimate.js';

/** Well-being and absence of one unit. */
export interface Beside {
  readonly score: number;
  readonly absence: number;
}

export interface Association extends Interval {
  /** Of the ranks, -1 to 1. */
  readonly correlation: number;
  readonly units: number;
}

/** Fewer units say nothing about a connection. */
const LEAST_UNITS = 10;
/** How far people differ in days of absence a year: standard deviation over mean (measures 5.5). */
const DAYS_VARIATION = 2.16;
const Z = 1.959964;

/** Ranks from 1; equal values share the mean of their ranks. */
const ranksOf = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b);
  const first = new Map<number, number>();
  const count = new Map<number, number>();
  for (const [index, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, index + 1);
    count.set(value, (count.get(value) ?? 0) + 1);
  }
  return values.map((value) => (first.get(value) ?? 0) + ((count.get(value) ?? 1) - 1) / 2);
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const productOf = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return a.reduce((sum, value, index) => sum + (value - meanA) * ((b[index] ?? meanB) - meanB), 0);
};

/**
 * Spearman's rank correlation between units' scores and their absence, with a 95 % interval by Fisher's transformation
 * (variance 1.06 / (n - 3) for ranks). Null with fewer than ten units, or where one of the two never differs.
 */
export const associationOf = (units: readonly Beside[]): Association | null => {
  if (units.length < LEAST_UNITS) return null;
  const [scores, absences] = [
    ranksOf(units.map((unit) => unit.score)),
    ranksOf(units.map((unit) => unit.absence)),
  ];
  const spread = Math.sqrt(productOf(scores, scores) * productOf(absences, absences));
  if (spread === 0) return null;
  const correlation = Math.max(-1, Math.min(1, productOf(scores, absences) / spread));
  if (Math.abs(correlation) === 1)
    return { correlation, low: correlation, high: correlation, units: units.length };
  const reach = Z * Math.sqrt(1.06 / (units.length - 3));
  const middle = Math.atanh(correlation);
  return {
    correlation,
    low: Math.tanh(middle - reach),
    high: Math.tanh(middle + reach),
    units: units.length,
  };
};

/**
 * 95 % interval of an absence rate, from how far people differ in days and how many years of people stand behind it;
 * never below 0. Wider than one that takes days for independent, since one long spell is many days.
 */
export const absenceInterval = (rate: number, personYears: number): Interval | null => {
  if (personYears <= 0 || rate <= 0) return null;
  const reach = (Z * DAYS_VARIATION) / Math.sqrt(personYears);
  return { low: rate * Math.exp(-reach), high: rate * Math.exp(reach) };
};

/** 95 % interval of a number of spells a person-year, the spells being a Poisson count (Byar's approximation). */
export const spellsInterval = (spells: number, personYears: number): Interval | null => {
  if (personYears <= 0) return null;
  const bound = (count: number, side: -1 | 1): number =>
    count === 0 ? 0 : count * (1 - 1 / (9 * count) + (side * Z) / (3 * Math.sqrt(count))) ** 3;
  return { low: bound(spells, -1) / personYears, high: bound(spells + 1, 1) / personYears };
};
