import { atomsOf, unitOf, type Atoms } from './atoms.js';
import { decideAbsence, decideCounts, decideShares, type AskedFigures } from './decide-figures.js';
import { unitFamily } from './family.js';
import { POLICY_LIMITS } from './limits.js';

const MONTHS = ['2026-07-01'];
const UNITS = ['a', 'b', 'c'];
const asked: AskedFigures = {
  root: unitFamily('all', UNITS, MONTHS),
  limits: POLICY_LIMITS,
  earlier: [],
};

const sumIn = (amounts: Readonly<Record<string, number>>, atoms: Atoms): number =>
  [...atoms].reduce((sum, atom) => sum + (amounts[unitOf(atom)] ?? 0), 0);
const countsOf = (counts: Readonly<Record<string, number>>) => (atoms: Atoms) => sumIn(counts, atoms);
const decided = (decisions: ReadonlyMap<string, unknown>) => Object.fromEntries(decisions);

describe('figures of one measure that are to leave the house', () => {
  const before = (amounts: readonly number[]) => ({ atoms: atomsOf(['a'], MONTHS), amounts, readAt: '' });

  it('are counts, beside each other and beside what was told before', () => {
    const countOf = countsOf({ a: 14, b: 9, c: 30 });
    expect(decided(decideCounts(countOf, asked))).toEqual({ all: null, a: null, b: null, c: null });
    const again = decideCounts(countOf, { ...asked, earlier: [before([12])] });
    expect(again.get('a')).toBe('difference');
  });

  it('are counts of which a small whole is not told by its parts', () => {
    // Each part is 1 to 4 and so is the sum of three: 3 or 4. A fourth would leave only 4.
    expect(decideCounts(countsOf({ a: 1, b: 1, c: 1 }), asked).get('all')).toBe('small-count');
    const root = unitFamily('all', [...UNITS, 'd'], MONTHS);
    const four = decideCounts(countsOf({ a: 1, b: 1, c: 1, d: 1 }), { ...asked, root });
    expect(four.get('all')).toBe('complementary');
  });

  it('are shares, hidden where the count that they are of is', () => {
    const shareOf = (atoms: Atoms) => ({ numerator: 0, denominator: sumIn({ a: 20, b: 12, c: 30 }, atoms) });
    expect(decided(decideShares(shareOf, asked))).toEqual({ all: null, a: null, b: null, c: null });
    const dependsOn = new Map([
      ['all', null],
      ['b', 'complementary'],
    ] as const);
    expect(decideShares(shareOf, { ...asked, dependsOn }).get('b')).toBe('dependent');
    expect(decideShares(shareOf, { ...asked, earlier: [before([0, 19])] }).get('a')).toBe('difference');
    const strict = { reason: () => 'too-few-persons' as const, size: () => 0 };
    expect(decideShares(shareOf, asked, strict).get('a')).toBe('too-few-persons');
  });

  it('are of absence, of enough persons', () => {
    const persons = (atoms: Atoms): string[] =>
      [...atoms].flatMap((atom) =>
        Array.from({ length: unitOf(atom) === 'c' ? 9 : 12 }, (_, place) => `${unitOf(atom)}${place}`),
      );
    const footprintOf = (atoms: Atoms) => ({
      persons: persons(atoms).length,
      amounts: [new Map(persons(atoms).map((person) => [person, 1]))],
    });
    expect(decided(decideAbsence(footprintOf, asked))).toEqual({
      all: null,
      a: 'complementary',
      b: null,
      c: 'too-few-persons',
    });
  });
});
