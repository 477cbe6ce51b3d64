import fc from 'fast-check';
import { publishedData } from '../../test/factories/published-data.js';
import { logRank } from './log-rank.js';
import { kaplanMeier, restrictedMean, survivalAt, survivalQuantile, type Durations } from './survival.js';

const lung = publishedData('cancer.csv');
const sex = lung.numbers('sex');
const survivors: Durations = {
  durations: lung.numbers('time'),
  ended: lung.numbers('status').map((status) => status - 1),
};
const only = (code: number): Durations => ({
  durations: Array.from(survivors.durations).filter((_, row) => sex[row] === code),
  ended: Array.from(survivors.ended).filter((_, row) => sex[row] === code),
});

describe('Kaplan-Meier', () => {
  const curve = kaplanMeier(survivors);

  it('gives the published curve of the lung cancer trial', () => {
    expect([curve.subjects, curve.events]).toEqual([228, 165]);
    expect(survivalQuantile(curve).estimate).toBe(310);
    expect(survivalQuantile(kaplanMeier(only(1))).estimate).toBe(270);
    expect(survivalQuantile(kaplanMeier(only(2))).estimate).toBe(426);
    expect(survivalAt(curve, 365).estimate).toBeCloseTo(0.40924, 5);
  });

  it('gives a whole small curve with Greenwood and the log-log interval, by hand', () => {
    // 6 begin; one ends at 1 and one at 3, one is lost at 2, two end at 4, the last is still under way at 5.
    const steps = kaplanMeier({ durations: [1, 2, 3, 4, 4, 5], ended: [1, 0, 1, 1, 1, 0] }).steps;
    expect(steps.map(({ time, atRisk, ended, censored }) => [time, atRisk, ended, censored])).toEqual([
      [1, 6, 1, 0],
      [2, 5, 0, 1],
      [3, 4, 1, 0],
      [4, 3, 2, 0],
      [5, 1, 0, 1],
    ]);
    expect(steps.map((step) => step.survival)).toEqual([
      5 / 6,
      5 / 6,
      expect.closeTo(0.625, 12),
      expect.closeTo(0.208333333333, 12),
      expect.closeTo(0.208333333333, 12),
    ]);
    // Greenwood at 3: 1/(6·5) + 1/(4·3) = 0.116667; √ × 0.625. Interval: 0.625^exp(±1.959964·0.341565/ln 0.625).
    expect(steps[2]?.standardError).toBeCloseTo(0.213478, 6);
    expect(steps[2]?.lower).toBeCloseTo(0.625 ** Math.exp((1.959963985 * 0.3415650255) / 0.4700036292), 9);
    expect(steps[2]?.upper).toBeCloseTo(0.625 ** Math.exp((-1.959963985 * 0.3415650255) / 0.4700036292), 9);
  });

  it('reproduces the curve of spell lengths from its counts at risk and ended', () => {
    const atRisk = [5149, 3810, 3245, 2724, 2178, 2145, 2090, 1894, 1680, 1496];
    const ended = [1062, 308, 249, 150, 33, 55, 91, 103, 79, 78];
    const counts = atRisk.map((count, day) => count - (ended[day] ?? 0) - (atRisk[day + 1] ?? 0));
    const days = atRisk.map((_, day) => day + 1);
    const { steps } = kaplanMeier({
      durations: [...days, ...days],
      ended: [...days.map(() => 1), ...days.map(() => 0)],
      weights: [...ended, ...counts],
    });
    expect(steps.map((step) => step.atRisk)).toEqual(atRisk);
    expect(steps.map((step) => step.survival.toFixed(4))).toEqual(
      ['.7937', '.7296', '.6736', '.6365', '.6269', '.6108', '.5842', '.5524', '.5264', '.4990'].map(
        (printed) => `0${printed}`,
      ),
    );
    expect(steps.at(-1)?.standardError).toBeCloseTo(0.008, 4);
  });

  it('takes the middle where the curve lies exactly on one half', () => {
    const curve = kaplanMeier({ durations: [1, 2, 3, 6], ended: [1, 1, 1, 1] });
    expect(survivalQuantile(curve).estimate).toBe(2.5);
    expect(survivalQuantile(kaplanMeier({ durations: [1, 2], ended: [0, 0] })).estimate).toBeNaN();
  });

  it('counts who was found under way only after that', () => {
    const late = kaplanMeier({ durations: [2, 4, 6], ended: [1, 1, 1], entered: [0, 2, 0] });
    expect(late.steps.map((step) => step.atRisk)).toEqual([2, 2, 1]);
  });

  it('gives the mean up to a limit as the area under the curve', () => {
    const { estimate, standardError } = restrictedMean(
      kaplanMeier({ durations: [1, 2, 3], ended: [1, 1, 1] }),
      10,
    );
    expect(estimate).toBeCloseTo(2, 12);
    // Without censoring: the standard deviation (n below) over √n, √(2/3)/√3.
    expect(standardError).toBeCloseTo(Math.sqrt(2 / 3) / Math.sqrt(3), 12);
    expect(restrictedMean(kaplanMeier({ durations: [4, 9], ended: [0, 1] }), 2).estimate).toBe(2);
  });

  it.each([
    ['nothing', { durations: [], ended: [] }, 'there are no durations'],
    ['a length that differs', { durations: [1, 2], ended: [1] }, 'ended has 1 rows, 2 are wanted'],
    ['a number that is none', { durations: [1, NaN], ended: [1, 1] }, 'durations of row 2 is not a number'],
    ['half an end', { durations: [1], ended: [0.5] }, 'ended of row 1 is neither 0 nor 1'],
    ['entering late', { durations: [1], ended: [1], entered: [1] }, 'entered of row 1 is not before'],
  ])('refuses %s', (_, sample, message) => {
    expect(() => kaplanMeier(sample)).toThrow(message);
  });
});

describe('log-rank test', () => {
  it('gives the published test of the lung cancer trial', () => {
    const test = logRank(survivors, sex);
    expect(test.chiSquare).toBeCloseTo(10.3267, 4);
    expect(test.degrees).toBe(1);
    expect(test.p).toBeCloseTo(0.00131, 5);
    expect(test.groups.map(({ label, subjects, observed }) => [label, subjects, observed])).toEqual([
      ['1', 138, 112],
      ['2', 90, 53],
    ]);
    expect(test.groups[0]?.expected).toBeCloseTo(91.6, 1);
  });

  it('compares within strata only', () => {
    const both = { durations: [1, 2, 3, 11, 12, 13], ended: [1, 1, 1, 1, 1, 1] };
    const strata = ['a', 'a', 'a', 'b', 'b', 'b'];
    const groups = [0, 1, 0, 0, 1, 0];
    const one = logRank({ durations: [1, 2, 3], ended: [1, 1, 1] }, [0, 1, 0]);
    const two = logRank(both, groups, strata);
    expect(two.groups[0]?.expected).toBeCloseTo(2 * (one.groups[0]?.expected ?? NaN), 12);
    expect(two.chiSquare).toBeCloseTo(2 * one.chiSquare, 9);
  });

  it('refuses a single group', () => {
    expect(() =>
      logRank(
        survivors,
        sex.map(() => 1),
      ),
    ).toThrow('one group alone');
  });
});

describe('properties', () => {
  const subject = fc.record({
    duration: fc.integer({ min: 1, max: 30 }),
    ended: fc.integer({ min: 0, max: 1 }),
    group: fc.constantFrom('x', 'y'),
    times: fc.integer({ min: 1, max: 3 }),
  });
  const subjects = fc.array(subject, { minLength: 2, maxLength: 30 });
  const columns = (rows: readonly { duration: number; ended: number }[]): Durations => ({
    durations: rows.map((row) => row.duration),
    ended: rows.map((row) => row.ended),
  });

  it('never rises, keeps its interval around it and does not mind the order', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const { steps } = kaplanMeier(columns(rows));
        expect(kaplanMeier(columns(rows.toReversed())).steps).toEqual(steps);
        for (const [index, step] of steps.entries()) {
          expect(step.survival).toBeLessThanOrEqual(steps[index - 1]?.survival ?? 1);
          if (step.survival > 0) expect(step.lower).toBeLessThanOrEqual(step.survival);
          if (step.survival > 0) expect(step.upper).toBeGreaterThanOrEqual(step.survival);
        }
      }),
    );
  });

  it('treats a weight as so many rows', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const repeated = rows.flatMap((row) => Array.from({ length: row.times }, () => row));
        const weights = rows.map((row) => row.times);
        const one = kaplanMeier({ ...columns(rows), weights });
        const other = kaplanMeier(columns(repeated));
        for (const [index, step] of one.steps.entries())
          expect(step.survival).toBeCloseTo(other.steps[index]?.survival ?? NaN, 10);
        fc.pre(new Set(rows.map((row) => row.group)).size === 2);
        const groups = rows.map((row) => row.group);
        const byWeight = logRank({ ...columns(rows), weights }, groups);
        const byRow = logRank(
          columns(repeated),
          repeated.map((row) => row.group),
        );
        expect(byWeight.chiSquare).toBeCloseTo(byRow.chiSquare, 8);
      }),
    );
  });
});
