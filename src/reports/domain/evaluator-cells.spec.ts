import type { AbsenceFact } from '../../absence/index.js';
import { atomsOf, POLICY_LIMITS } from '../../disclosure/index.js';
import { localDate } from '../../shared/local-date.js';
import { monthsOf } from '../../shared/period.js';
import { decideCells, type CellUnit } from './evaluator-cells.js';
import type { Released } from './decisions.js';
import { ReportFacts } from './facts.js';

const PERIOD = { from: localDate('2026-01-01'), to: localDate('2026-03-31') };
const MONTHS = monthsOf(PERIOD);

interface Workplace {
  readonly persons: number;
  /** Of them absent for a day, month by month. */
  readonly absent: readonly [number, number, number];
}

const unitOf = (unitId: string): CellUnit => ({ unitId, sector: 'municipal', arm: 'in' });

/** The first so many of a workplace as the database would number them. */
const numbersOf = (workplace: string, persons: number): number[] =>
  Array.from(
    { length: persons },
    (_, n) => [...workplace].reduce((sum, letter) => 128 * sum + letter.charCodeAt(0), 0) * 1000 + n,
  );

const absencesOf = (workplaces: Readonly<Record<string, Workplace>>): AbsenceFact[] =>
  Object.entries(workplaces).flatMap(([workplace, { absent }]) =>
    MONTHS.map((month, place): AbsenceFact => {
      const persons = numbersOf(workplace, absent[place] ?? 0);
      const [none, one] = [persons.map(() => 0), persons.map(() => 1)];
      const days = { shortDays: one, mediumDays: none, longDays: none, cutDays: one };
      return { workplace, month, persons, ...days, begun: one, ended: one, grown: none };
    }),
  );

const factsOf = (
  workplaces: Readonly<Record<string, Workplace>>,
  absenceThen: ReadonlyMap<string, readonly AbsenceFact[]> = new Map(),
) =>
  new ReportFacts({
    exposure: [],
    activity: [],
    absenceThen,
    presence: Object.entries(workplaces).flatMap(([workplace, { persons }]) =>
      MONTHS.map((month) => ({ workplace, month, persons: numbersOf(workplace, persons) })),
    ),
    absence: absencesOf(workplaces),
  });

const daysOf = (
  workplaces: Readonly<Record<string, Workplace>>,
  released: readonly Released[] = [],
  facts = factsOf(workplaces),
) => {
  const units = Object.keys(workplaces).map(unitOf);
  const decided = decideCells({ units, period: PERIOD, facts, limits: POLICY_LIMITS, released });
  return Object.fromEntries(decided.get('absence-days') ?? []);
};

const shownBefore = (units: readonly string[], days: number, period = PERIOD): Released => ({
  ...period,
  measure: 'absence-days',
  units,
  amounts: [days],
  readAt: 'then',
  atoms: atomsOf(units, monthsOf(period)),
});

const LARGE: Workplace = { persons: 40, absent: [8, 8, 8] };
const MIDDLE: Workplace = { persons: 30, absent: [7, 7, 7] };

describe('cells for an evaluator', () => {
  it('show every month of workplaces that are enough in each', () => {
    expect(daysOf({ a: LARGE, b: MIDDLE })).toEqual({ a: null, b: null });
  });

  it('hide all months of a workplace with one month of too few, and a neighbour, so that the sum does not tell', () => {
    const thin = { persons: 30, absent: [7, 4, 7] } as const;
    expect(daysOf({ a: LARGE, b: MIDDLE, c: thin })).toEqual({
      a: null,
      b: 'complementary',
      c: 'too-few-absent',
    });
  });

  it('need no neighbour where the hidden ones are enough together', () => {
    const thin = { persons: 30, absent: [4, 4, 4] } as const;
    expect(daysOf({ a: LARGE, b: MIDDLE, c: thin, d: thin })).toMatchObject({ a: null, b: null });
  });

  it('hide nothing for a workplace where nobody works', () => {
    expect(daysOf({ a: LARGE, b: MIDDLE, c: { persons: 0, absent: [0, 0, 0] } })).toMatchObject({
      a: null,
      b: null,
    });
  });

  it('take no workplace for a shield whose own figure a report has shown', () => {
    const thin = { persons: 30, absent: [7, 4, 7] } as const;
    // The middle one would be hidden, but its quarter is known: the sum less both would be the thin one's.
    const decided = daysOf({ a: LARGE, b: MIDDLE, c: thin }, [shownBefore(['b'], 21)]);
    expect(decided).toEqual({ a: 'complementary', b: null, c: 'too-few-absent' });
  });

  it('protect a sum of other workplaces that a report has shown', () => {
    const thin = { persons: 30, absent: [7, 4, 7] } as const;
    const sums = [shownBefore(['b', 'c'], 39)];
    // Of the whole, a and d would do; of what was shown of b and c, only b does.
    expect(daysOf({ a: LARGE, b: LARGE, c: thin, d: MIDDLE }, sums)).toMatchObject({
      b: 'complementary',
      c: 'too-few-absent',
    });
  });

  it('hide a workplace whose figure has changed by the late registrations of too few', () => {
    const now = { a: LARGE, b: { persons: 30, absent: [7, 7, 8] } as const };
    const then = new Map([['then', absencesOf({ a: LARGE, b: MIDDLE })]]);
    const decided = daysOf(now, [shownBefore(['b'], 21)], factsOf(now, then));
    expect(decided).toMatchObject({ b: 'difference' });
  });

  it('show a workplace again whose figure has not changed', () => {
    expect(daysOf({ a: LARGE, b: MIDDLE }, [shownBefore(['b'], 21)])).toEqual({ a: null, b: null });
  });

  it('show no parts of the days where one of them is of too few', () => {
    const units = ['a', 'b'].map(unitOf);
    const facts = factsOf({ a: LARGE, b: MIDDLE });
    const decided = decideCells({ units, period: PERIOD, facts, limits: POLICY_LIMITS, released: [] });
    // Nobody was absent for long: a figure of nobody would tell that.
    expect([...(decided.get('days-by-length')?.values() ?? [])]).toEqual([
      'too-few-absent',
      'too-few-absent',
    ]);
  });
});
