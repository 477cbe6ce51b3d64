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

/** What was done in a case. A visit and advice are a unit case's and name no person. */
export const CASE_CONTACT_KINDS = [
  'line-manager',
  'employee',
  'conversation',
  'section-7a-talk',
  'visit',
  'advice',
] as const;
export type CaseContactKind = (typeof CASE_CONTACT_KINDS)[number];
export type CaseSubject = 'person' | 'unit';

const OF_A_UNIT: ReadonlySet<CaseContactKind> = new Set(['visit', 'advice']);

/** Whether a kind of contact belongs to a case about a person or a unit. */
export const belongsTo = (kind: CaseContactKind, subject: CaseSubject): boolean =>
  OF_A_UNIT.has(kind) === (subject === 'unit');

const REOPENING_HOURS = 24;

/** Whether a closure may still be taken back: within a day. */
export const mayReopen = (closedAt: Date, now: Date): boolean =>
  now.getTime() - closedAt.getTime() < REOPENING_HOURS * 3_600_000;
