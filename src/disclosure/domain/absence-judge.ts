import { type Atoms } from './atoms.js';
import type { ChangeTells, EarlierCell } from './difference.js';
import {
  amountsReason,
  footprintReason,
  TOLERANCE,
  totalOf,
  type Footprint,
  type Held,
  type Person,
} from './footprint.js';
import type { Judge } from './judge.js';
import type { DisclosureLimits } from './limits.js';

/** Who stands behind the figure of these pieces, by what is known now or was known at an earlier instant. */
export type FootprintOf = (atoms: Atoms, knownAt?: string) => Footprint;

/** The rule for figures of absence (definitions 6.1). */
export const absenceJudge = (footprintOf: FootprintOf, limits: DisclosureLimits): Judge => ({
  reason: (atoms) => footprintReason(footprintOf(atoms), limits),
  size: (atoms) => footprintOf(atoms).persons,
});

const changed = (now: Held, then: Held): Map<Person, number> => {
  const changes = new Map<Person, number>();
  for (const held of [now, then])
    for (const person of held.keys()) {
      const change = (now.get(person) ?? 0) - (then.get(person) ?? 0);
      if (Math.abs(change) > TOLERANCE) changes.set(person, change);
    }
  return changes;
};

const totalsAre = (footprint: Footprint, amounts: readonly number[]): boolean =>
  footprint.amounts.length === amounts.length &&
  footprint.amounts.every(
    (held, index) => Math.abs(totalOf(held) - (amounts[index] ?? 0)) <= TOLERANCE * 1000,
  );

/** Whether what has changed in these pieces since an instant is the absence of too few; nothing is not. */
export const absenceChangedByFew =
  (footprintOf: FootprintOf, limits: DisclosureLimits) =>
  (atoms: Atoms, since: string): boolean => {
    const then = footprintOf(atoms, since).amounts;
    return footprintOf(atoms).amounts.some((amounts, quantity) => {
      const changes = changed(amounts, then[quantity] ?? new Map());
      return changes.size > 0 && amountsReason(changes, limits) !== null;
    });
  };

/**
 * Whether the absence that became known since an earlier release is that of too few. Where what was released cannot be
 * worked out again from the history of the spells (the roster has changed), it cannot be judged and counts as telling.
 */
export const absenceChangeTells =
  (footprintOf: FootprintOf, limits: DisclosureLimits): ChangeTells =>
  (overlap: Atoms, earlier: EarlierCell): boolean => {
    if (totalsAre(footprintOf(earlier.atoms), earlier.amounts)) return false;
    if (!totalsAre(footprintOf(earlier.atoms, earlier.readAt), earlier.amounts)) return true;
    return absenceChangedByFew(footprintOf, limits)(overlap, earlier.readAt);
  };
