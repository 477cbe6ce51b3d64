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
