import fc from 'fast-check';
import { POLICY_NUMBERS } from '../../disclosure/index.js';
import { localDate } from '../../shared/local-date.js';
import { figuresOf, tellableDays } from './cohort-figures.js';
import { groupOf, type CohortPerson } from './cohort-person.js';
import { cohortCells } from './cohort-release.js';
import { expectationOf } from './tenure-expectation.js';

let number = 0;
const person = (given: Partial<CohortPerson> = {}): CohortPerson => ({
  key: String((number += 1)),
  startMonth: localDate('2024-03-01'),
  jobGroup: 'Pædagog',
  lastDay: 365,
  left: false,
  spells: [],
  stepsDue: 8,
  stepsOnTime: 8,
  scores: [],
  ...given,
});
const people = (count: number, given: Partial<CohortPerson> = {}): CohortPerson[] =>
  Array.from({ length: count }, () => person(given));
const falling = (days: readonly number[], given: Partial<CohortPerson> = {}): CohortPerson[] =>
  days.map((day) => person({ ...given, spells: [day] }));

/** Twelve: five first absent by day 91, five more by day 243, two never. */
const TWELVE = [...falling([40, 50, 70, 80, 90, 200, 210, 220, 230, 240]), ...people(2)];

describe('the quality of an introduction', () => {
  it('is the share of the steps due by day 30 that were done in time, parted at three quarters', () => {
    expect(groupOf(person({ stepsDue: 8, stepsOnTime: 6 }))).toBe('most');
    expect(groupOf(person({ stepsDue: 8, stepsOnTime: 5 }))).toBe('fewer');
    expect(groupOf(person({ stepsDue: 0, stepsOnTime: 0 }))).toBeNull();
  });
});

describe('the days that a curve is read by', () => {
  it('have five more people with a first absence each, what is left at the end going with the last', () => {
    // Up to 61 two, up to 91 five: told. Then 213 two more, 243 five: told; nothing follows, so at the year's end.
    expect(tellableDays(TWELVE, 'first-absence', POLICY_NUMBERS)).toEqual([91, 365]);
    expect(tellableDays(TWELVE.slice(0, 9), 'first-absence', POLICY_NUMBERS)).toEqual([]);
  });

  it('hide what one person has more than half of', () => {
    const often = [
      person({ spells: [40, 60, 100, 140, 180, 220] }),
      ...falling([41, 42, 43, 44]),
      ...people(6),
    ];
    // Six spells of one, one each of four: 6 of 10 are one person's.
    expect(tellableDays(often, 'spells', POLICY_NUMBERS)).toEqual([365]);
    expect(tellableDays(often.slice(0, 10), 'spells', { ...POLICY_NUMBERS, absentPersons: 6 })).toEqual([]);
  });
});

describe('the figures of a group', () => {
  it('are Kaplan-Meier shares from day 30 on, and spells a head', () => {
    const { firstAbsence, spells, stay } = figuresOf({ people: TWELVE, before: [], limits: POLICY_NUMBERS });
    expect(firstAbsence.points.map(({ day, value }) => [day, value])).toEqual([
      [91, expect.closeTo(7 / 12, 12)],
      [365, expect.closeTo(2 / 12, 12)],
    ]);
    expect(spells.points.map(({ day, value }) => [day, value])).toEqual([
      [91, expect.closeTo(5 / 12, 12)],
      [365, expect.closeTo(10 / 12, 12)],
    ]);
    expect(stay.points.at(-1)).toEqual({ day: 365, value: 1, low: 1, high: 1 });
    expect(firstAbsence.expected).toEqual([]);
  });

  it('end a curve where fewer than ten are left to be watched', () => {
    const leaving = [...people(3, { left: true, lastDay: 100 }), ...people(9)];
    const { stay } = figuresOf({ people: leaving, before: [], limits: POLICY_NUMBERS });
    expect(stay.points.map(({ day }) => day)).toEqual([61, 91]);
  });

  it('have a mean of a check-in from five answers on', () => {
    const asked = [10, 20, 30, 40].map((score) => person({ scores: [{ day: 7, score }] }));
    const ground = { before: [], limits: POLICY_NUMBERS };
    expect(figuresOf({ people: asked, ...ground }).checkIns[0]).toMatchObject({ day: 7, answers: null });
    const five = [...asked, person({ scores: [{ day: 7, score: 50 }] })];
    // Mean 30, variance 250, t(4) 2.776445: 30 ± 2.776445·√50.
    const [first] = figuresOf({ people: five, ...ground }).checkIns;
    expect(first).toMatchObject({ answers: 5, mean: 30 });
    expect(first?.low).toBeCloseTo(30 - 2.776445 * Math.sqrt(50), 4);
  });
});

describe('what was to be expected', () => {
  // Ten before: five first absent on day 60, so watched for 30 days in the first band; the others for its 61.
  const before = [...falling([60, 60, 60, 60, 60]), ...people(5)];

  it('is made of events a day by length of service', () => {
    const expected = expectationOf(before, 'first-absence', POLICY_NUMBERS);
    // 5 in 5·30 + 5·61 = 455 days, none after: exp(-5/455·61) from day 91 on.
    expect(expected?.(people(1), 91)).toBeCloseTo(Math.exp((-5 / 455) * 61), 12);
    expect(expected?.(people(1), 365)).toBeCloseTo(Math.exp((-5 / 455) * 61), 12);
    const spells = expectationOf(before, 'spells', POLICY_NUMBERS);
    // Spells may come again: all ten are watched for the 61 days.
    expect(spells?.(people(1), 91)).toBeCloseTo(0.5, 12);
  });

  it('goes by the job group where enough were new in it, else by all', () => {
    const both = [...before, ...people(10, { jobGroup: 'Lærer' })];
    const expected = expectationOf(both, 'spells', POLICY_NUMBERS);
    expect(expected?.(people(1), 91)).toBeCloseTo(0.5, 12);
    expect(expected?.(people(1, { jobGroup: 'Lærer' }), 91)).toBeCloseTo(0.25, 12);
  });

  it('is not told of too few', () => {
    expect(expectationOf(before.slice(0, 9), 'spells', POLICY_NUMBERS)).toBeNull();
    expect(expectationOf(before.slice(1), 'spells', POLICY_NUMBERS)).toBeNull();
  });
});

describe('what leaves the house of a year', () => {
  const fewer = { stepsOnTime: 1 };
  const shown = (cells: ReturnType<typeof cohortCells>) =>
    cells.map(({ cell, persons, reason }) => [cell, persons, reason]);

  it('is both groups where both are large enough', () => {
    const both = [...TWELVE, ...falling([40, 50, 70, 80, 90], fewer), ...people(6, fewer)];
    expect(shown(cohortCells(both, [], POLICY_NUMBERS))).toEqual([
      ['most', 12, null],
      ['fewer', 11, null],
    ]);
  });

  it('is all together where one group is too small, which then nobody can work out', () => {
    const cells = cohortCells([...TWELVE, ...falling([40, 50], fewer)], [], POLICY_NUMBERS);
    expect(shown(cells)).toEqual([
      ['all', 14, null],
      ['most', 12, 'complementary'],
      ['fewer', null, 'too-few-persons'],
    ]);
    expect(cells.map(({ figures }) => figures === null)).toEqual([false, true, true]);
  });

  it('is nothing but the reason where all are too few', () => {
    expect(shown(cohortCells(people(12), [], POLICY_NUMBERS))).toEqual([
      ['all', 12, 'too-few-absent'],
      ['most', 12, 'too-few-absent'],
      ['fewer', 0, 'nothing'],
    ]);
    expect(shown(cohortCells([], [], POLICY_NUMBERS)).every(([, , reason]) => reason === 'nothing')).toBe(
      true,
    );
  });

  const anybody = fc.record({
    stepsOnTime: fc.integer({ min: 0, max: 8 }),
    spells: fc
      .uniqueArray(fc.integer({ min: 31, max: 200 }), { maxLength: 4 })
      .map((days) => days.toSorted((a, b) => a - b)),
    lastDay: fc.integer({ min: 200, max: 365 }),
  });
  const anyone = fc
    .array(anybody, { maxLength: 60 })
    .map((all) => all.map((one) => person({ ...one, left: one.lastDay < 365 })));

  it('is never a figure about fewer than the minimum, nor a change by fewer between two points', () => {
    fc.assert(
      fc.property(anyone, (all) => {
        for (const { cell, figures } of cohortCells(all, [], POLICY_NUMBERS)) {
          if (!figures) continue;
          const own = all.filter((one) => cell === 'all' || groupOf(one) === cell);
          expect(own.length).toBeGreaterThanOrEqual(10);
          let from = 30;
          for (const { day } of figures.firstAbsence.points) {
            const added = own.filter(({ spells: [first = 0] }) => first > from && first <= day).length;
            expect(added).toBeGreaterThanOrEqual(5);
            from = day;
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never shows a group beside the sum that it is a part of', () => {
    fc.assert(
      fc.property(anyone, (all) => {
        const told = cohortCells(all, [], POLICY_NUMBERS).filter(({ figures }) => figures !== null);
        expect(told.some(({ cell }) => cell === 'all') && told.length > 1).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
