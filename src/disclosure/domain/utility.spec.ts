import fc from 'fast-check';
import { absenceJudge } from './absence-judge.js';
import { atomsOf, type Atoms } from './atoms.js';
import { decideFamily, everyCell, type FamilyCell } from './family.js';
import type { Judge } from './judge.js';
import { POLICY_LIMITS } from './limits.js';
import { isTelling } from './reason.js';
import { recoverable, subsetsOf } from '../../../test/disclosure/linear-combinations.js';
import { footprintIn, staff, type World } from '../../../test/disclosure/world.js';

const MONTH = '2026-07-01';
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f'];
const leaf = (unit: string): FamilyCell => ({ key: unit, atoms: atomsOf([unit], [MONTH]), parts: [] });
const node = (key: string, ...parts: FamilyCell[]): FamilyCell => ({
  key,
  atoms: new Set(parts.flatMap(({ atoms }) => [...atoms])),
  parts,
});
const TREES = [
  node('all', ...UNITS.map(leaf)),
  node('all', node('east', leaf('a'), leaf('b'), leaf('c')), node('west', leaf('d'), leaf('e')), leaf('f')),
];

/** From a few people to some forty in a workplace, a part of them absent: as workplaces are, small ones among them. */
const workplace = fc
  .record({ persons: fc.integer({ min: 3, max: 40 }), absent: fc.integer({ min: 0, max: 25 }) })
  .map(({ persons, absent }) => ({ persons, absent: Math.min(persons, absent) }));
const world = fc
  .tuple(...UNITS.map(() => workplace))
  .map((places): World =>
    Object.fromEntries(
      places.map(({ persons, absent }, index) => [
        `${UNITS[index]} ${MONTH}`,
        staff(persons, absent, UNITS[index]),
      ]),
    ),
  );

/** The most cells that could be shown at all without telling, found by trying every choice. */
const mostShown = (root: FamilyCell, judge: Judge): number => {
  const pieces = [...root.atoms];
  const telling = subsetsOf(pieces).filter((set: Atoms) => set.size > 0 && isTelling(judge.reason(set)));
  const fine = everyCell(root).filter(({ atoms }) => judge.reason(atoms) === null);
  const choices = subsetsOf(fine.map(({ key }) => key)).sort((one, other) => other.size - one.size);
  const best = choices.find((choice) => {
    const found = recoverable(
      pieces,
      fine.filter(({ key }) => choice.has(key)).map(({ atoms }) => atoms),
    );
    return !telling.some(found);
  });
  return best?.size ?? 0;
};

describe('complementary hiding shows nearly as much as could be shown', () => {
  it.each(TREES.map((tree, index) => [index, tree] as const))('in tree %i', (_, root) => {
    const worlds = fc.sample(world, { numRuns: 60, seed: 20260311 });
    const shown = { ours: 0, most: 0 };
    for (const each of worlds) {
      const judge = absenceJudge((atoms) => footprintIn(each, atoms), POLICY_LIMITS);
      shown.ours += [...decideFamily(root, judge).values()].filter((reason) => reason === null).length;
      shown.most += mostShown(root, judge);
    }
    expect(shown.ours / shown.most).toBeGreaterThanOrEqual(0.9);
  });
});
