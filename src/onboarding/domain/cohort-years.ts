import { isProvisional, lastCompleteMonth, PROVISIONAL_MONTHS } from '../../absence/index.js';
import { addMonths, later, localDate, type LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';

/** Years before a year whose new employees say what was to be expected. */
const YEARS_BEFORE = 3;

const yearOf = (year: number): Period => ({
  from: localDate(`${year}-01-01`),
  to: localDate(`${year}-12-31`),
});

const since = ({ from, to }: Period, recordedFrom: LocalDate | null): Period | null =>
  recordedFrom === null || recordedFrom > to ? null : { from: later(from, recordedFrom), to };

/** When a year's new employees began, as far as absence is recorded; null where none is. */
export const cohortOf = (year: number, recordedFrom: LocalDate | null): Period | null =>
  since(yearOf(year), recordedFrom);

/** The years before it, as far as absence is recorded; null where none is. */
export const beforeYear = (year: number, recordedFrom: LocalDate | null): Period | null =>
  since({ from: yearOf(year - YEARS_BEFORE).from, to: yearOf(year - 1).to }, recordedFrom);

/** The last month that a year's new employees are followed in: who began on its last day has had a year then. */
const lastMonthOf = (year: number): LocalDate => localDate(`${year + 1}-12-01`);

/** The day on which a year can be told of at the earliest: when the last of those months is final (definitions 2.5). */
export const tellableFrom = (year: number): LocalDate => addMonths(lastMonthOf(year), 1 + PROVISIONAL_MONTHS);

export const isTellable = (year: number, knownUntil: LocalDate | null, today: LocalDate): boolean =>
  knownUntil !== null && !isProvisional(lastMonthOf(year), lastCompleteMonth(knownUntil, today));
