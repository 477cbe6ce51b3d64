import type { Views } from '../api/client';

export type CaseRow = Views['CaseRow'];
export type CaseView = Views['CaseView'];
export type CaseOutcome = Views['CaseOutcome'];
export type Specialist = Views['Specialist'];
export type ContactKind = Views['CaseContactKind'];
export type ContactView = Views['CaseContactView'];
export type ContactRecord = Views['RecordContactDto'];

export const SPECIALISTS = [
  'psychologist',
  'physiotherapist',
  'occupational-health',
  'working-environment',
  'job-coach',
  'municipality',
  'other',
] as const satisfies readonly Specialist[];

export const CASE_OUTCOMES = [
  'back-at-work',
  'back-with-adjustments',
  'other-job-same-employer',
  'left-employer',
  'no-further-need',
  'measures-agreed',
  'declined',
] as const satisfies readonly CaseOutcome[];

/** The ways to be in touch about a person, and about a unit. */
export const PERSON_CONTACTS = [
  'line-manager',
  'employee',
  'conversation',
  'section-7a-talk',
] as const satisfies readonly ContactKind[];
export const UNIT_CONTACTS = ['visit', 'advice'] as const satisfies readonly ContactKind[];
