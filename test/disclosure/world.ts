import { absenceChangeTells, absenceJudge } from '../../src/disclosure/domain/absence-judge.js';
import type { Atoms } from '../../src/disclosure/domain/atoms.js';
import type { EarlierCell } from '../../src/disclosure/domain/difference.js';
import { unitFamily, type FamilyCell } from '../../src/disclosure/domain/family.js';
import { totalOf, type Footprint } from '../../src/disclosure/domain/footprint.js';
import type { DisclosureLimits } from '../../src/disclosure/domain/limits.js';

/** For a workplace and quarter: the days of each person employed. */
export type World = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const footprintIn = (world: World, atoms: Atoms): Footprint => {
  const days = new Map<string, number>();
  for (const [person, amount] of [...atoms].flatMap((atom) => Object.entries(world[atom] ?? {})))
    days.set(person, (days.get(person) ?? 0) + amount);
  return { persons: days.size, amounts: [days] };
};

/** The rule in a world, which may have looked otherwise when the earlier cells were released. */
export const rulesIn = (world: World, limits: DisclosureLimits, then: World = world) => {
  const footprintOf = (atoms: Atoms, knownAt?: string) => footprintIn(knownAt ? then : world, atoms);
  return { judge: absenceJudge(footprintOf, limits), changeTells: absenceChangeTells(footprintOf, limits) };
};

export const releasedFrom = (world: World, atoms: Atoms): EarlierCell => ({
  atoms,
  amounts: footprintIn(world, atoms).amounts.map(totalOf),
  readAt: '2026-08-01 06:00:00+02',
});

/** So many persons employed, the first ones absent for two days each. */
export const staff = (persons: number, absent: number, workplace = '') =>
  Object.fromEntries(
    Array.from({ length: persons }, (_, index) => [`${workplace}${index}`, index < absent ? 2 : 0]),
  );

/** A whole over some workplaces in some quarters, with each workplace as a part. */
export const familyOf = (units: readonly string[], quarters: readonly string[]): FamilyCell =>
  unitFamily('all', units, quarters);
