import fc from 'fast-check';
import { recoverable, subsetsOf } from '../../../test/disclosure/linear-combinations.js';
import { familyOf, releasedFrom, rulesIn, staff, type World } from '../../../test/disclosure/world.js';
import { atomsOf } from './atoms.js';
import type { EarlierCell } from './difference.js';
import { everyCell } from './family.js';
import { POLICY_LIMITS, type DisclosureLimits } from './limits.js';
import { isTelling } from './reason.js';
import { decideRelease } from './release.js';

const [Q1, Q2, Q3, Q4] = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'] as const;
const UNITS = ['a', 'b', 'c'];

/** Issues a table of workplaces and their sum for some quarters, and returns all that has left the house. */
const issue = (
  world: World,
  earlier: readonly EarlierCell[],
  quarters: readonly string[],
  limits: DisclosureLimits = POLICY_LIMITS,
  units: readonly string[] = UNITS,
): EarlierCell[] => {
  const root = familyOf(units, quarters);
  const decisions = decideRelease({ root, earlier, ...rulesIn(world, limits) });
  const shown = everyCell(root).filter((cell) => decisions.get(cell.key) === null);
  return [...earlier, ...shown.map((cell) => releasedFrom(world, cell.atoms))];
};

describe('a release beside all earlier ones', () => {
  const quiet: World = Object.fromEntries(
    [...atomsOf(UNITS, [Q1, Q2, Q3, Q4])].map((atom) => [
      atom,
      staff(20, atom === `a ${Q4}` ? 2 : 8, atom.slice(0, 1)),
    ]),
  );
  const decided = (earlier: readonly EarlierCell[]) => {
    const root = familyOf(UNITS, [Q1, Q2, Q3, Q4]);
    return Object.fromEntries(decideRelease({ root, earlier, ...rulesIn(quiet, POLICY_LIMITS) }));
  };

  it('shows a year after two of its quarters', () => {
    const earlier = [[Q1], [Q2]].reduce(
      (released, quarters) => issue(quiet, released, quarters),
      [] as EarlierCell[],
    );
    expect(decided(earlier)).toEqual({ all: null, a: null, b: null, c: null });
  });

  it('hides a workplace in the year where three quarters are out and the fourth has too few absent', () => {
    const earlier = [[Q1], [Q2], [Q3]].reduce(
      (released, quarters) => issue(quiet, released, quarters),
      [] as EarlierCell[],
    );
    expect(decided(earlier)).toEqual({ all: null, a: 'difference', b: 'difference', c: null });
  });
});

describe('a row of reports', () => {
  const limits: DisclosureLimits = { ...POLICY_LIMITS, persons: 3, absentPersons: 2 };
  const periods = [[Q1], [Q2], [Q1, Q2]];
  const everywhere = atomsOf(UNITS, [Q1, Q2]);
  const person = fc.constantFrom(...Array.from({ length: 9 }, (_, index) => `p${index}`));
  const atom = fc.dictionary(person, fc.integer({ min: 0, max: 3 }), { maxKeys: 6 });
  const worlds = fc
    .tuple(...[...everywhere].map(() => atom))
    .map((lists): World =>
      Object.fromEntries([...everywhere].map((key, index) => [key, lists[index] ?? {}])),
    );
  const groups = periods.flatMap((quarters) =>
    subsetsOf(UNITS)
      .map((units) => atomsOf([...units], quarters))
      .filter((group) => group.size > 0),
  );

  it('never lets a group in a period be worked out that is too few, in whatever order they come', () => {
    fc.assert(
      fc.property(worlds, fc.shuffledSubarray(periods, { minLength: 2 }), (world, order) => {
        const ledger = order.reduce(
          (earlier, quarters) => issue(world, earlier, quarters, limits),
          [] as EarlierCell[],
        );
        const canBeWorkedOut = recoverable(
          [...everywhere],
          ledger.map((cell) => cell.atoms),
        );
        const { judge } = rulesIn(world, limits);
        const telling = groups.filter((group) => canBeWorkedOut(group) && isTelling(judge.reason(group)));
        expect(telling.map((group) => [...group])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('nor when workplaces join, leave and are put together otherwise from one report to the next', () => {
    const taking = fc.shuffledSubarray(UNITS, { minLength: 1 });
    const reports = fc.array(fc.tuple(fc.constantFrom(...periods), taking), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(worlds, reports, (world, order) => {
        const ledger = order.reduce(
          (earlier, [quarters, units]) => issue(world, earlier, quarters, limits, units),
          [] as EarlierCell[],
        );
        const canBeWorkedOut = recoverable(
          [...everywhere],
          ledger.map((cell) => cell.atoms),
        );
        const { judge } = rulesIn(world, limits);
        const telling = groups.filter((group) => canBeWorkedOut(group) && isTelling(judge.reason(group)));
        expect(telling.map((group) => [...group])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
