import type { DisclosureLimits } from './domain/limits.js';

export class DisclosureLimitsView implements DisclosureLimits {
  /** Persons with exposure that an absence figure needs. */
  persons: number;
  /** Persons with absence among them. */
  absentPersons: number;
  /** The largest share of the days that one person may hold, between 0 and 1. */
  largestShare: number;
  /** The smallest count that is printed. */
  count: number;
  /** The smallest denominator of a printed share. */
  shareBase: number;
}

/** What holds at the employer, beside the policy's own numbers, below which none can go. */
export class OutputPolicyView {
  limits: DisclosureLimitsView;
  policy: DisclosureLimitsView;
  abilities: string[];
}
