import type { Atoms } from './atoms.js';
import type { Reason } from './reason.js';

/** A hidden leaf of a family, and why it is hidden. */
export interface HiddenPart {
  readonly atoms: Atoms;
  readonly reason: Reason;
}

/** What the output policy says of one measure. */
export interface Judge {
  /** Why the figure of these pieces may not be known, or null where it may. */
  reason(atoms: Atoms): Reason | null;
  /** By this the next smallest neighbour is found; 0 where hiding would protect nobody. */
  size(atoms: Atoms): number;
  /** Whether the sum of hidden parts gives one of them away, though the sum itself may be known. */
  givesAway?(hidden: readonly HiddenPart[]): boolean;
}

const keyOf = (atoms: Atoms): string => [...atoms].sort().join();

/** The same judge, asked once about the same pieces. */
export const remembering = (judge: Judge): Judge => {
  const reasons = new Map<string, Reason | null>();
  return {
    ...judge,
    reason: (atoms) => {
      const key = keyOf(atoms);
      const known = reasons.get(key);
      if (known !== undefined) return known;
      const reason = judge.reason(atoms);
      reasons.set(key, reason);
      return reason;
    },
  };
};
