import { DiscoveryService } from '@nestjs/core';
import type { Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { RetentionClass } from './domain/retention.js';

export interface PersonKey {
  readonly tenantId: string;
  readonly personId: string;
}

/** One section of what is held about a person. Its name and its columns are text keys that a reader translates. */
export interface HeldSection {
  readonly section: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What has been kept long enough: of one class, over before a day. */
export interface RetentionCut {
  readonly tenantId: string;
  readonly dataClass: RetentionClass;
  readonly before: LocalDate;
  /** Whether a legal hold stands is asked as of this day. */
  readonly today: LocalDate;
}

/**
 * What one domain keeps about people: describes it to them, and erases it. Registered by `@HoldsPersonalData()`; boot
 * fails while a table with a person's id has no holder.
 */
export abstract class PersonalDataHolder {
  abstract readonly domain: string;
  /** Every table of the domain that holds a person's id or points at one that does. */
  abstract readonly tables: readonly string[];
  abstract readonly classes: readonly RetentionClass[];
  /** All that is held, for the person: their own page, a request for access. */
  abstract describe(tx: Tx, key: PersonKey): Promise<readonly HeldSection[]>;
  /** How many rows a cut would take now. */
  abstract due(tx: Tx, cut: RetentionCut): Promise<number>;
  /** Takes at most `limit` of them, none under a legal hold. Returns how many it took. */
  abstract erase(tx: Tx, cut: RetentionCut, limit: number): Promise<number>;
  /** Why this person may not be erased now, as a code; null where nothing stands against it. */
  standsAgainst(_tx: Tx, _key: PersonKey): Promise<string | null> {
    return Promise.resolve(null);
  }
  /**
   * The condition under which the night does not take away yet who somebody was, though they left long ago: what this
   * domain keeps about them still has to say it. Null where it never does.
   */
  needsPerson(_tenant: string, _person: string): string | null {
    return null;
  }
  /** The condition under which a signal that is over is still needed by what this domain keeps; null where none is. */
  needsSignal(_tenant: string, _signal: string): string | null {
    return null;
  }
  /** Erases or pseudonymises one person, for good. Whether that may be done is asked before. */
  abstract erasePerson(tx: Tx, key: PersonKey): Promise<void>;
}

/** Marks a provider as the holder of its domain's personal data. */
export const HoldsPersonalData = DiscoveryService.createDecorator();
