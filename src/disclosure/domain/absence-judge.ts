import { type Atoms } from './atoms.js';
import type { ChangeTells, EarlierCell } from './difference.js';
import {
  amountsReason,
  footprintReason,
  TOLERANCE,
  totalOf,
  type Footprint,
  type Person,
} from './footprint.js';
import type { Judge } from './judge.js';
import type { DisclosureLimits } from './limits.js';

/** Who stands behind the figure of these pieces, by what is known now or was known at an earlier instant. */
export type FootprintOf = (atoms: Atoms, knownAt?: string) => Footprint;

/** The rule for figures of absence (definitions 6.1). */
export const absenceJudge = (footprintOf: FootprintOf, limits: DisclosureLimits): Judge => ({
  reason: (atoms) => footprintReason(footprintOf(atoms), limits),
  size: (atoms) => footprintOf(atoms).persons.size,
});

const changed = (
  now: ReadonlyMap<Person, number>,
  then: ReadonlyMap<Person, number>,
): Map<Person, number> => {
  const persons = [...new Set([...now.keys(), ...then.keys()])];
  const changes = persons.map((person): [Person, number] => [
    person,
    (now.get(person) ?? 0) - (then.get(person) ?? 0),
  ]);
  return new Map(changes.filter(([, change]) => Math.abs(change) > TOLERANCE));
};

const totalsAre = (footprint: Footprint, amounts: readonly number[]): boolean =>
  footprint.amounts.length === amounts.length &&
  footprint.amounts.every(
    (held, index) => Math.abs(totalOf(held) - (amounts[index] ?? 0)) <= TOLERANCE * 1000,
  );

/**
 * Whether the absence that became known since an earlier release is that of too few. Where what was released cannot be
 * worked out again from the history of the spells (the roster has changed), it cannot be judged and counts as telling.
 */
export const absenceChangeTells =
  (footprintOf: FootprintOf, limits: DisclosureLimits): ChangeTells =>
  (overlap: Atoms, earlier: EarlierCell): boolean => {
    if (totalsAre(footprintOf(earlier.atoms), earlier.amounts)) return false;
    if (!totalsAre(footprintOf(earlier.atoms, earlier.readAt), earlier.amounts)) return true;
    const now = footprintOf(overlap).amounts;
    const then = footprintOf(overlap, earlier.readAt).amounts;
    return now.some((amounts, quantity) => {
      const changes = changed(amounts, then[quantity] ?? new Map());
      return changes.size > 0 && amountsReason(changes, limits) !== null;
    });
  };
