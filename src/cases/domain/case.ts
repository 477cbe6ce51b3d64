/** How a case ends. */
export const CASE_OUTCOMES = [
  'back-at-work',
  'back-with-adjustments',
  'other-job-same-employer',
  'left-employer',
  'no-further-need',
  'measures-agreed',
  'declined',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** To whom a person is referred; never what for (definitions 4.5). */
export const SPECIALISTS = [
  'psychologist',
  'physiotherapist',
  'occupational-health',
  'working-environment',
  'job-coach',
  'municipality',
  'other',
] as const;
export type Specialist = (typeof SPECIALISTS)[number];

/** What a case is about. */
export const CASE_SUBJECTS = ['person', 'unit'] as const;
export type CaseSubject = (typeof CASE_SUBJECTS)[number];

/** How a case about a unit may end: what becomes of one person is none of them. */
const UNIT_OUTCOMES: readonly CaseOutcome[] = ['measures-agreed', 'no-further-need', 'declined'];

export const mayEndAs = (subject: CaseSubject, outcome: CaseOutcome): boolean =>
  subject === 'person' || UNIT_OUTCOMES.includes(outcome);

const REOPENING_HOURS = 24;

/** Whether a closure may still be taken back: within a day. */
export const mayReopen = (closedAt: Date, now: Date): boolean =>
  now.getTime() - closedAt.getTime() < REOPENING_HOURS * 3_600_000;
