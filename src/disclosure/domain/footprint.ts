import type { DisclosureLimits } from './limits.js';
import type { Reason } from './reason.js';

/** What tells persons apart within a reading. */
export type Person = string | number;

/** How much each person holds of a quantity; a person without any may be missing. A map is one. */
export interface Held {
  keys(): Iterable<Person>;
  values(): Iterable<number>;
  get(person: Person): number | undefined;
}

/** Who stands behind an absence figure: how many it covers, and how much each holds of every quantity that it shows. */
export interface Footprint {
  readonly persons: number;
  /** One a quantity (days, spells). */
  readonly amounts: readonly Held[];
}

/** Amounts come from sums of decimals: what differs by less is the same. */
export const TOLERANCE = 1e-6;

export const totalOf = (amounts: Held): number => {
  let total = 0;
  for (const amount of amounts.values()) total += amount;
  return total;
};

/** Whether enough persons stand behind these amounts, whichever their sign, and none of them for too much. */
export const amountsReason = (
  amounts: Held,
  limits: DisclosureLimits,
): 'too-few-absent' | 'one-person-dominates' | null => {
  let [holders, largest, total] = [0, 0, 0];
  for (const amount of amounts.values()) {
    const size = Math.abs(amount);
    if (size <= TOLERANCE) continue;
    holders += 1;
    total += size;
    largest = Math.max(largest, size);
  }
  if (holders < limits.absentPersons) return 'too-few-absent';
  return largest > limits.largestShare * total + TOLERANCE ? 'one-person-dominates' : null;
};

/** Why an absence figure with this footprint may not be shown, or null where it may (definitions 6.1). */
export const footprintReason = (footprint: Footprint, limits: DisclosureLimits): Reason | null => {
  if (footprint.persons === 0) return 'nothing';
  if (footprint.persons < limits.persons) return 'too-few-persons';
  return (
    footprint.amounts.map((amounts) => amountsReason(amounts, limits)).find((reason) => reason !== null) ??
    null
  );
};

/** A footprint counted by the database: how many persons, how many of them hold some, the most that one holds, all of it. */
export interface FootprintCount {
  readonly persons: number;
  readonly holders: number;
  readonly largest: number;
  readonly total: number;
}

/** The same rule for a footprint that was counted and not listed. */
export const countedReason = (
  { persons, holders, largest, total }: FootprintCount,
  limits: DisclosureLimits,
): Reason | null => {
  if (persons === 0) return 'nothing';
  if (persons < limits.persons) return 'too-few-persons';
  if (holders < limits.absentPersons) return 'too-few-absent';
  return largest > limits.largestShare * total + TOLERANCE ? 'one-person-dominates' : null;
};
