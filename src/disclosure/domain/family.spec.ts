import fc from 'fast-check';
import { absenceJudge } from './absence-judge.js';
import { atomsOf, type Atoms } from './atoms.js';
import { decideFamily, everyCell, type FamilyCell } from './family.js';
import type { Footprint } from './footprint.js';
import { POLICY_LIMITS, type DisclosureLimits } from './limits.js';
import { isTelling, type Reason } from './reason.js';
import { recoverable, subsetsOf } from '../../../test/disclosure/linear-combinations.js';

const QUARTER = '2026-07-01';
/** Each person of a workplace and the days absent; the same person may be in two workplaces. */
type Workplaces = Readonly<Record<string, Readonly<Record<string, number>>>>;

const footprintOf = (workplaces: Workplaces, atoms: Atoms): Footprint => {
  const held = [...atoms].flatMap((atom) => Object.entries(workplaces[atom.split(' ')[0] ?? ''] ?? {}));
  const days = new Map<string, number>();
  for (const [person, amount] of held) days.set(person, (days.get(person) ?? 0) + amount);
  return { persons: days.size, amounts: [days] };
};

const cell = (key: string, parts: readonly FamilyCell[] = []): FamilyCell => ({
  key,
  atoms: parts.length > 0 ? new Set(parts.flatMap((part) => [...part.atoms])) : atomsOf([key], [QUARTER]),
  parts,
});

/** So many persons of a workplace, the first ones with these days. */
const people = (workplace: string, persons: number, days: readonly number[]) =>
  Object.fromEntries(
    Array.from({ length: persons }, (_, index) => [`${workplace}${index}`, days[index] ?? 0]),
  );

describe('complementary hiding', () => {
  const even = [2, 2, 2, 2, 2, 2];
  const decide = (workplaces: Workplaces, withheld?: ReadonlyMap<string, Reason>) => {
    const root = cell(
      'all',
      Object.keys(workplaces).map((key) => cell(key)),
    );
    const judge = absenceJudge((atoms) => footprintOf(workplaces, atoms), POLICY_LIMITS);
    return Object.fromEntries(decideFamily(root, judge, withheld));
  };

  it('hides the next smallest beside a single hidden workplace', () => {
    const workplaces = { a: people('a', 40, even), b: people('b', 12, even), c: people('c', 4, [2, 2]) };
    expect(decide(workplaces)).toEqual({ all: null, a: null, b: 'complementary', c: 'too-few-persons' });
  });

  it('leaves two hidden ones alone that are enough together', () => {
    const workplaces = { a: people('a', 40, even), b: people('b', 6, [2, 2, 2]), c: people('c', 4, [2, 2]) };
    expect(decide(workplaces)).toEqual({ all: null, a: null, b: 'too-few-persons', c: 'too-few-persons' });
  });

  it('takes a third where two hidden ones together are too few', () => {
    const workplaces = {
      a: people('a', 40, even),
      b: people('b', 5, [2, 2]),
      c: people('c', 4, [2, 2]),
      d: people('d', 20, even),
    };
    expect(decide(workplaces)).toMatchObject({ all: null, a: null, d: 'complementary' });
  });

  it('does not take an empty workplace for protection', () => {
    const workplaces = { a: people('a', 40, even), b: {}, c: people('c', 4, [2, 2]) };
    expect(decide(workplaces)).toEqual({ all: null, a: 'complementary', b: 'nothing', c: 'too-few-persons' });
  });

  it('hides what depends on another hidden figure', () => {
    const workplaces = { a: people('a', 40, even), b: people('b', 30, even), c: people('c', 20, even) };
    expect(decide(workplaces, new Map([['b', 'dependent']]))).toEqual({
      all: null,
      a: null,
      b: 'dependent',
      c: null,
    });
  });
});

describe('whatever is worked out from shown cells', () => {
  const limits: DisclosureLimits = { ...POLICY_LIMITS, persons: 4, absentPersons: 2 };
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const person = fc.constantFrom(...Array.from({ length: 24 }, (_, index) => `p${index}`));
  const workplace = fc.dictionary(person, fc.integer({ min: 0, max: 4 }), { maxKeys: 9 });
  const arbitraryWorkplaces = fc.tuple(...names.map(() => workplace));
  const trees: FamilyCell[] = [
    cell(
      'all',
      names.map((name) => cell(name)),
    ),
    cell('all', [
      cell('east', [cell('a'), cell('b'), cell('c')]),
      cell('west', [cell('d'), cell('e')]),
      cell('f'),
    ]),
    cell('all', [
      cell('north', [cell('n', [cell('a'), cell('b')]), cell('c')]),
      cell('south', [cell('d'), cell('e'), cell('f')]),
    ]),
  ];

  it('is about enough people, for every linear combination of them', () => {
    fc.assert(
      fc.property(arbitraryWorkplaces, fc.constantFrom(...trees), (lists, root) => {
        const workplaces = Object.fromEntries(names.map((name, index) => [name, lists[index] ?? {}]));
        const judge = absenceJudge((atoms) => footprintOf(workplaces, atoms), limits);
        const decisions = decideFamily(root, judge);
        const shown = everyCell(root).filter((each) => decisions.get(each.key) === null);
        const found = recoverable(
          [...root.atoms],
          shown.map((each) => each.atoms),
        );
        const telling = subsetsOf([...root.atoms]).filter(
          (set) => found(set) && isTelling(judge.reason(set)),
        );
        expect(telling).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
