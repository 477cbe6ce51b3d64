import { SURVEY_LIMITS, type SurveyLimits } from './survey-judge.js';

/** The numbers of the output policy about absence (definitions 6.1-6.2). */
export interface DisclosureLimits {
  /** Persons with exposure that an absence figure needs. */
  readonly persons: number;
  /** Persons with absence among them. */
  readonly absentPersons: number;
  /** The largest share of the days that one person may hold, between 0 and 1. */
  readonly largestShare: number;
  /** The smallest count that is printed; a lower one above 0 prints as "<" and this number. */
  readonly count: number;
  /** The smallest denominator of a printed share. */
  readonly shareBase: number;
}

export const POLICY_LIMITS: DisclosureLimits = Object.freeze({
  persons: 10,
  absentPersons: 5,
  largestShare: 0.5,
  count: 5,
  shareBase: 10,
});

/** Every number of the output policy, about absence and of surveys. */
export interface OutputNumbers extends DisclosureLimits, SurveyLimits {}

export const POLICY_NUMBERS: OutputNumbers = Object.freeze({ ...POLICY_LIMITS, ...SURVEY_LIMITS });

const stricter = (a: DisclosureLimits, b: DisclosureLimits): DisclosureLimits => ({
  persons: Math.max(a.persons, b.persons),
  absentPersons: Math.max(a.absentPersons, b.absentPersons),
  largestShare: Math.min(a.largestShare, b.largestShare),
  count: Math.max(a.count, b.count),
  shareBase: Math.max(a.shareBase, b.shareBase),
});

/** The strictest of several employers' numbers: what holds for figures about all of them. Never below the policy's own. */
export const strictestOf = (limits: readonly DisclosureLimits[]): DisclosureLimits =>
  limits.reduce(stricter, POLICY_LIMITS);
