import { atomsOf } from './atoms.js';
import { decideFamily, unitFamily } from './family.js';
import { POLICY_LIMITS } from './limits.js';
import { shareChangeTells, shareJudge } from './share-judge.js';

const QUARTER = '2026-07-01';
const denominators: Record<string, number> = { a: 30, b: 12, c: 9, d: 0 };
const shareOf = (atoms: ReadonlySet<string>) => ({
  numerator: 0,
  denominator: [...atoms].reduce((sum, atom) => sum + (denominators[atom.split(' ')[0] ?? ''] ?? 0), 0),
});

describe('shares (definitions 6.2)', () => {
  it('want a denominator of ten, and so does what is left of the whole', () => {
    const root = unitFamily('all', Object.keys(denominators), [QUARTER]);
    expect([...decideFamily(root, shareJudge(shareOf, POLICY_LIMITS))]).toEqual([
      ['all', null],
      ['a', null],
      ['b', 'complementary'],
      ['c', 'small-base'],
      ['d', 'nothing'],
    ]);
  });

  it.each([
    ['the same again', [3, 20], [3, 20], false],
    ['one more due', [3, 21], [3, 20], true],
    ['one more reached in time', [4, 20], [3, 20], true],
    ['ten more due', [8, 30], [3, 20], false],
  ] as const)('issued again: %s', (_, now, then, tells) => {
    const atoms = atomsOf(['a'], [QUARTER]);
    const changeTells = shareChangeTells(() => ({ numerator: now[0], denominator: now[1] }), POLICY_LIMITS);
    expect(changeTells(atoms, { atoms, amounts: then, readAt: '' })).toBe(tells);
  });
});
