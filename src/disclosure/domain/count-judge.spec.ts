import fc from 'fast-check';
import { atomsOf, type Atoms } from './atoms.js';
import { countChangeTells, countJudge, countsGivenAway, hideSettledWhole } from './count-judge.js';
import { decideFamily, unitFamily } from './family.js';
import { POLICY_LIMITS } from './limits.js';
import type { Reason } from './reason.js';

const QUARTER = '2026-07-01';
const judgeOf = (counts: readonly number[]) => {
  const countOf = (atoms: Atoms) =>
    counts.reduce((sum, count, index) => (atoms.has(`w${index} ${QUARTER}`) ? sum + count : sum), 0);
  return countJudge(countOf, POLICY_LIMITS);
};
const decide = (counts: readonly number[]): (Reason | null)[] => {
  const units = counts.map((_, index) => `w${index}`);
  const root = unitFamily('all', units, [QUARTER]);
  const decisions = hideSettledWhole(root, decideFamily(root, judgeOf(counts)), POLICY_LIMITS);
  return ['all', ...units].map((key) => decisions.get(key) ?? null);
};

describe('counts (definitions 6.2)', () => {
  it.each([
    ['all five or more, or none', [7, 5, 0], [null, null, null, null]],
    ['one small: the next smallest goes with it', [12, 3, 7], [null, null, 'small-count', 'complementary']],
    [
      'two small that make five or more hide each other',
      [12, 3, 3],
      [null, null, 'small-count', 'small-count'],
    ],
    [
      'two small that make fewer than five take a third',
      [12, 9, 1, 1],
      [null, null, 'complementary', 'small-count', 'small-count'],
    ],
    [
      'two that make eight must be 4 and 4',
      [12, 4, 4],
      [null, 'complementary', 'small-count', 'small-count'],
    ],
    [
      '1 beside 5 is settled by their 6: a third goes',
      [9, 1, 5],
      [null, 'complementary', 'small-count', 'complementary'],
    ],
    [
      'two that make eight and nothing else: the whole goes',
      [4, 4],
      ['complementary', 'small-count', 'small-count'],
    ],
    ['a small whole', [2, 0, 1], ['small-count', 'small-count', null, 'small-count']],
    [
      'a small whole of four ones',
      [1, 1, 1, 1],
      ['complementary', 'small-count', 'small-count', 'small-count', 'small-count'],
    ],
  ] as const)('%s', (_, counts, expected) => {
    expect(decide(counts)).toEqual(expected);
  });

  it('says what a reader can work out of "<5" parts with a known sum', () => {
    expect(countsGivenAway([8], 2, 0, POLICY_LIMITS)).toBe(true);
    expect(countsGivenAway([7], 2, 0, POLICY_LIMITS)).toBe(false);
    expect(countsGivenAway([6], 1, 1, POLICY_LIMITS)).toBe(true);
    expect(countsGivenAway([7], 1, 1, POLICY_LIMITS)).toBe(false);
  });

  it('leaves every hidden count at least two possible values, whatever the counts', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 4 }), (counts) => {
        expect(ambiguous(counts, decide(counts))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('may be issued again with nothing or with enough changed', () => {
    const atoms = atomsOf(['w0'], [QUARTER]);
    const tells = (now: number, then: number) =>
      countChangeTells(() => now, POLICY_LIMITS)(atoms, { atoms, amounts: [then], readAt: '' });
    expect([tells(12, 12), tells(13, 12), tells(8, 12), tells(17, 12)]).toEqual([false, true, true, false]);
  });
});

/** Every count below 30 that a published line allows. */
const allowed = (reason: Reason | null, count: number): number[] => {
  if (reason === null) return [count];
  if (reason === 'small-count') return [1, 2, 3, 4];
  return Array.from({ length: 30 }, (_, value) => value).filter((value) => value === 0 || value >= 5);
};

/** Tries out all counts that fit what was published: no "<5" part and no small sum may be left with one value. */
const ambiguous = (counts: readonly number[], reasons: readonly (Reason | null)[]): boolean => {
  const [whole = null, ...parts] = reasons;
  const sum = counts.reduce((total, count) => total + count, 0);
  const totals = whole === null ? [sum] : whole === 'small-count' ? [1, 2, 3, 4] : null;
  const fitting = parts
    .reduce<number[][]>(
      (lists, reason, index) =>
        lists.flatMap((list) => allowed(reason, counts[index] ?? 0).map((value) => [...list, value])),
      [[]],
    )
    .filter((list) => !totals || totals.includes(list.reduce((total, value) => total + value, 0)));
  return parts.every((reason, index) => {
    if (reason !== 'small-count') return true;
    return new Set(fitting.map((list) => list[index])).size > 1;
  });
};
