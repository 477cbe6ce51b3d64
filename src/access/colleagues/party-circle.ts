import type { HatActor } from '../domain/actor.js';

/** Who speaks for which party of a partnership, as far as colleagues invite each other. `partnerships` knows and provides it. */
export abstract class PartyCircle {
  /** The hats that speak for the party that an actor speaks for, also those that have ended; none where it speaks for none. */
  abstract hatsBeside(actor: HatActor): Promise<readonly string[]>;
}
