import type { Language } from '../../access/index.js';
import type { LocalDate } from '../../shared/local-date.js';

/** A spell as a signal saw it: days only, never a kind. */
export interface SpellSeen {
  readonly id: string;
  readonly firstOn: LocalDate;
  /** null while it is running. */
  readonly lastOn: LocalDate | null;
}

/** How a scale of a survey fell in a unit from one round to the next (definitions 8.6). */
export interface DropSeen {
  readonly scaleId: string;
  readonly name: Readonly<Record<Language, string>>;
  /** Scores from 0 to 100. */
  readonly from: number;
  readonly to: number;
  /** Of the difference, 95 %, without the finite-population factor. */
  readonly interval: readonly [number, number];
}

/** A unit's new spells in a month beside what its own past and the whole employer's month let expect. */
export interface SpellsSeen {
  /** Its first day. */
  readonly month: LocalDate;
  readonly begun: number;
  readonly expected: number;
  /** The upper limit that was passed. */
  readonly limit: number;
  /** Earlier months that the limit rests on. */
  readonly months: number;
  readonly persons: number;
}

/** What a rule saw when it raised or last changed a signal; kept so that a later correction does not rewrite history. */
export interface SignalFacts {
  /** The rule's own number: the day of the spell, spells begun in the window, days in it, or steps overdue. */
  readonly count: number;
  readonly spells: readonly SpellSeen[];
  /** For a legal deadline: how many of its warnings have come. */
  readonly warnings?: number;
  /** Of a fall in a unit's survey results: the scales that fell. `count` is how many. */
  readonly drops?: readonly DropSeen[];
  /** Of many new spells in a unit. */
  readonly chart?: SpellsSeen;
}
