import type { LocalDate } from '../../shared/local-date.js';

/** A spell as a signal saw it: days only, never a kind. */
export interface SpellSeen {
  readonly id: string;
  readonly firstOn: LocalDate;
  /** null while it is running. */
  readonly lastOn: LocalDate | null;
}

/** What a rule saw when it raised or last changed a signal; kept so that a later correction does not rewrite history. */
export interface SignalFacts {
  /** The rule's own number: the day of the spell, spells begun in the window, or days in it. */
  readonly count: number;
  readonly spells: readonly SpellSeen[];
  /** For a legal deadline: how many of its warnings have come. */
  readonly warnings?: number;
}
