import {
  addDays,
  addMonths,
  firstOfMonth,
  lastOfMonth,
  localDate,
  type LocalDate,
} from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';

/** The calendar cuts that aggregate readers get, by their months. No window rolls, so no two releases nearly coincide. */
const MONTHS = { quarter: 3, 'half-year': 6, year: 12 } as const;
export const FIXED_CUTS = [
  'quarter',
  'half-year',
  'year',
] as const satisfies readonly (keyof typeof MONTHS)[];
export type FixedCut = (typeof FIXED_CUTS)[number];

export interface FixedPeriod extends Period {
  readonly cut: FixedCut;
}

const cutFrom = (from: LocalDate, cut: FixedCut): FixedPeriod => ({
  from,
  to: addDays(addMonths(from, MONTHS[cut]), -1),
  cut,
});

/** Whether a cut begins on a day. */
export const beginsCut = (from: LocalDate, cut: FixedCut): boolean =>
  from.endsWith('-01') && (Number(from.slice(5, 7)) - 1) % MONTHS[cut] === 0;

/** The first day from a day on with which a cut begins. */
export const nextCutFrom = (day: LocalDate, cut: FixedCut): LocalDate => {
  let from = firstOfMonth(day) === day ? day : addDays(lastOfMonth(day), 1);
  while (!beginsCut(from, cut)) from = addMonths(from, 1);
  return from;
};

/** The fixed cut that a period is, or which of its ends is at fault. */
export const fixedPeriodOf = (period: Period): FixedPeriod | 'from' | 'to' => {
  const beginning = FIXED_CUTS.filter((cut) => beginsCut(period.from, cut));
  if (beginning.length === 0) return 'from';
  return beginning.map((cut) => cutFrom(period.from, cut)).find(({ to }) => to === period.to) ?? 'to';
};

/** Every fixed cut that touches a span and is over on a day, the latest first, and of those the shortest first. */
export const fixedPeriodsOver = (span: Period, today: LocalDate): FixedPeriod[] => {
  const periods: FixedPeriod[] = [];
  for (let from = localDate(`${span.from.slice(0, 4)}-01-01`); from < today; from = addMonths(from, 3))
    periods.push(...FIXED_CUTS.filter((cut) => beginsCut(from, cut)).map((cut) => cutFrom(from, cut)));
  return periods
    .filter(({ from, to }) => to < today && to >= span.from && from <= span.to)
    .sort((a, b) => (a.to === b.to ? (a.from < b.from ? 1 : -1) : a.to < b.to ? 1 : -1));
};
