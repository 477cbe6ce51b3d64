import type { CohortCell, CohortCurve } from '../views';

export const OUTCOMES = ['firstAbsence', 'spells', 'stay'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The ends of the months of a first year; curves begin at day 30. */
export const DAYS = [30, 61, 91, 122, 152, 182, 213, 243, 274, 304, 335, 365] as const;
export const monthOf = (day: number): number => DAYS.findIndex((end) => day <= end) + 1;

export type Between = { value: number; low: number; high: number };
/** What is known by a month's end: told itself, or drawn between two days that are. */
export type Drawn = Between & { told: boolean };

/** Where every curve begins on day 30: nobody absent or gone, no spells. */
const beginningOf = (outcome: Outcome): Between =>
  outcome === 'spells' ? { value: 0, low: 0, high: 0 } : { value: 1, low: 1, high: 1 };

const along = (from: number, to: number, share: number): number => from + (to - from) * share;

/** A curve at each month's end up to the last day it is told by; a straight line between two days. */
export const drawnLine = (outcome: Outcome, { points }: CohortCurve): (Drawn | null)[] => {
  const told = [{ day: 30, ...beginningOf(outcome) }, ...points];
  return DAYS.map((day) => {
    const next = told.find((point) => point.day >= day);
    const before = told.findLast((point) => point.day <= day);
    if (next === undefined || before === undefined) return null;
    const share = next.day === before.day ? 0 : (day - before.day) / (next.day - before.day);
    return {
      value: along(before.value, next.value, share),
      low: along(before.low, next.low, share),
      high: along(before.high, next.high, share),
      told: next.day === day && points.length > 0,
    };
  });
};

export type CohortLine = {
  cell: CohortCell['cell'];
  persons: number;
  curve: CohortCurve;
  drawn: (Drawn | null)[];
};

/** The groups of a year that are told of, with one of their curves. */
export const linesOf = (cells: readonly CohortCell[], outcome: Outcome): CohortLine[] =>
  cells.flatMap(({ cell, persons, figures }) =>
    figures === null
      ? []
      : [
          {
            cell,
            persons: persons ?? 0,
            curve: figures[outcome],
            drawn: drawnLine(outcome, figures[outcome]),
          },
        ],
  );

/** What was to be expected of all groups together, from day 30 on; null where it is not known of each. */
export const expectedLine = (lines: readonly CohortLine[], outcome: Outcome): number[] | null => {
  const persons = lines.reduce((sum, line) => sum + line.persons, 0);
  if (persons === 0 || lines.some(({ curve }) => curve.expected.length === 0)) return null;
  return DAYS.map((day) =>
    day === 30
      ? beginningOf(outcome).value
      : lines.reduce(
          (sum, line) =>
            sum + ((line.curve.expected.find((one) => one.day === day)?.value ?? 0) * line.persons) / persons,
          0,
        ),
  );
};

/** The last day that all groups are told by, with each group's figure; null where there is none. */
export const lastTold = (
  lines: readonly CohortLine[],
): { day: number; figures: { line: CohortLine; figure: Between }[] } | null => {
  const day = DAYS.findLast((one, index) => index > 0 && lines.every(({ drawn }) => drawn[index]?.told));
  if (day === undefined || lines.length === 0) return null;
  const index = DAYS.indexOf(day);
  return {
    day,
    figures: lines.flatMap((line) => {
      const figure = line.drawn[index];
      return figure ? [{ line, figure }] : [];
    }),
  };
};

/** Whether two intervals have something in common: then the difference may be chance. */
export const overlap = (a: Between, b: Between): boolean => a.low <= b.high && b.low <= a.high;
