import type { LocalDate } from '../../shared/local-date.js';

/** Curves begin on this day of the employment, when the introduction's first part is over (definitions 8.5). */
export const LANDMARK = 30;
/** The last day of the first year. */
export const YEAR = 365;

/** Whether at least this share of the steps due by day 30 was done in time. */
export const MOST_STEPS_FROM = 0.75;
export const COHORT_GROUPS = ['most', 'fewer'] as const;
export type CohortGroup = (typeof COHORT_GROUPS)[number];

/** Somebody new who was still employed after day 30 and had not been absent so far; days are days of the employment. */
export interface CohortPerson {
  readonly key: string;
  /** The first day of the month that the employment began in. */
  readonly startMonth: LocalDate;
  readonly jobGroup: string;
  /** The last day of the employment, or day 365. */
  readonly lastDay: number;
  readonly left: boolean;
  /** The days after day 30 on which a spell of absence began, in order. */
  readonly spells: readonly number[];
  /** Steps due by day 30 on a day without absence, and how many of them were done in time. */
  readonly stepsDue: number;
  readonly stepsOnTime: number;
  /** Scores of the check-ins that were answered. */
  readonly scores: readonly { readonly day: number; readonly score: number }[];
}

/** By the quality of the introduction (definitions 8.5); null where no step was due by day 30. */
export const groupOf = ({ stepsDue, stepsOnTime }: CohortPerson): CohortGroup | null => {
  if (stepsDue === 0) return null;
  return stepsOnTime >= MOST_STEPS_FROM * stepsDue ? 'most' : 'fewer';
};

export const COHORT_OUTCOMES = ['first-absence', 'spells', 'leaving'] as const;
export type CohortOutcome = (typeof COHORT_OUTCOMES)[number];

/** When an outcome came, and until which day somebody was watched for it. */
export const courseOf = (
  { spells, left, lastDay }: CohortPerson,
  outcome: CohortOutcome,
): { readonly events: readonly number[]; readonly until: number } => {
  if (outcome === 'spells') return { events: spells, until: lastDay };
  if (outcome === 'leaving') return { events: left ? [lastDay] : [], until: lastDay };
  return { events: spells.slice(0, 1), until: spells[0] ?? lastDay };
};
