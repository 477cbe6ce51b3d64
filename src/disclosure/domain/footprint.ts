import type { DisclosureLimits } from './limits.js';
import type { Reason } from './reason.js';

/** What tells persons apart within a reading. */
export type Person = string | number;

/** Who stands behind an absence figure: whom it covers, and how much each holds of every quantity that it shows. */
export interface Footprint {
  readonly persons: ReadonlySet<Person>;
  /** One map a quantity (days, spells), from person to amount; a person without any may be missing. */
  readonly amounts: readonly ReadonlyMap<Person, number>[];
}

/** Amounts come from sums of decimals: what differs by less is the same. */
export const TOLERANCE = 1e-6;

export const totalOf = (amounts: ReadonlyMap<Person, number>): number =>
  [...amounts.values()].reduce((sum, amount) => sum + amount, 0);

/** Whether enough persons stand behind these amounts, whichever their sign, and none of them for too much. */
export const amountsReason = (
  amounts: ReadonlyMap<Person, number>,
  limits: DisclosureLimits,
): 'too-few-absent' | 'one-person-dominates' | null => {
  const sizes = [...amounts.values()].map(Math.abs).filter((size) => size > TOLERANCE);
  if (sizes.length < limits.absentPersons) return 'too-few-absent';
  const sum = sizes.reduce((total, size) => total + size, 0);
  // Of a hundred thousand people more than a call takes as its arguments.
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return largest > limits.largestShare * sum + TOLERANCE ? 'one-person-dominates' : null;
};

/** Why an absence figure with this footprint may not be shown, or null where it may (definitions 6.1). */
export const footprintReason = (footprint: Footprint, limits: DisclosureLimits): Reason | null => {
  if (footprint.persons.size === 0) return 'nothing';
  if (footprint.persons.size < limits.persons) return 'too-few-persons';
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
