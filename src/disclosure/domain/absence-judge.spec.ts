import { absenceChangeTells, absenceJudge } from './absence-judge.js';
import { atomsOf } from './atoms.js';
import type { Footprint } from './footprint.js';
import { POLICY_LIMITS, strictestOf } from './limits.js';

/** Persons numbered from 0; the first ones hold these days. */
const footprint = (persons: number, days: readonly number[]): Footprint => ({
  persons,
  amounts: [new Map(days.map((amount, index) => [`p${index}`, amount]))],
});
const anywhere = atomsOf(['care'], ['2026-07-01']);
const reasonFor = (persons: number, days: readonly number[]) =>
  absenceJudge(() => footprint(persons, days), POLICY_LIMITS).reason(anywhere);

describe('an absence figure (definitions 6.1)', () => {
  it.each([
    ['ten persons, five absent, the largest with exactly half', 10, [4, 1, 1, 1, 1], null],
    ['nine persons with exposure', 9, [1, 1, 1, 1, 1], 'too-few-persons'],
    ['four persons with absence among fifty', 50, [2, 2, 2, 2], 'too-few-absent'],
    ['somebody listed with no days does not count as absent', 50, [2, 2, 2, 2, 0], 'too-few-absent'],
    ['one person with more than half', 50, [4.1, 1, 1, 1, 1], 'one-person-dominates'],
    ['nobody employed', 0, [], 'nothing'],
  ] as const)('%s', (_, persons, days, reason) => {
    expect(reasonFor(persons, days)).toBe(reason);
  });

  it('wants enough persons behind each of several quantities shown together', () => {
    const split: Footprint = {
      ...footprint(20, [1, 1, 1, 1, 1]),
      amounts: [footprint(20, [1, 1, 1, 1, 1]).amounts[0] ?? new Map(), new Map([['p0', 20]])],
    };
    expect(absenceJudge(() => split, POLICY_LIMITS).reason(anywhere)).toBe('too-few-absent');
  });
});

describe('the numbers (definitions 6.5)', () => {
  it('may be raised, and the strictest holds for a figure about several employers', () => {
    const raised = { ...POLICY_LIMITS, persons: 20, largestShare: 0.4 };
    expect(strictestOf([raised, { ...POLICY_LIMITS, count: 6 }])).toEqual({ ...raised, count: 6 });
    expect(strictestOf([])).toEqual(POLICY_LIMITS);
  });

  it.each([{ persons: 9 }, { absentPersons: 4 }, { largestShare: 0.6 }, { count: 3 }, { shareBase: 5 }])(
    'hold at least, whatever an employer has: %j',
    (lowered) => {
      expect(strictestOf([{ ...POLICY_LIMITS, ...lowered }])).toEqual(POLICY_LIMITS);
    },
  );
});

describe('a figure issued again', () => {
  const earlier = { atoms: anywhere, amounts: [8], readAt: '2026-10-05' };
  const tells = (now: readonly number[], then: readonly number[]) =>
    absenceChangeTells((_, knownAt) => footprint(40, knownAt ? then : now), POLICY_LIMITS)(anywhere, earlier);
  const then = [4, 1, 1, 1, 1];

  it('tells nothing when nothing has changed', () => expect(tells(then, then)).toBe(false));
  it('tells of the one person whose absence came late', () =>
    expect(tells([4, 1, 1, 1, 1, 3], then)).toBe(true));
  it('tells of four', () => expect(tells([4, 1, 1, 1, 2, 1, 1, 1], then)).toBe(true));
  it('does not tell of five, none above half of the change', () =>
    expect(tells([4, 1, 1, 1, 1, 1, 2, 1, 1, 1], then)).toBe(false));
  it('tells of five where one holds more than half of the change', () =>
    expect(tells([4, 1, 1, 1, 1, 1, 5, 1, 1, 1], then)).toBe(true));
  it('cannot be judged, and so tells, where the release cannot be worked out again', () =>
    expect(tells([4, 1, 1, 1, 1, 1, 2, 1, 1, 1], [4, 1, 1, 1])).toBe(true));
});
