import type { Views } from '../api/client';

export type CaseRow = Views['CaseRow'];
export type CaseOrder = Views['CaseOrder'];
export type CaseView = Views['CaseView'];
export type CaseOutcome = Views['CaseOutcome'];
export type Specialist = Views['Specialist'];
export type ContactKind = Views['ContactKind'];
export type ContactView = Views['ContactView'];
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

/** How a case about a person ends. */
export const PERSON_OUTCOMES = [
  'back-at-work',
  'back-with-adjustments',
  'other-job-same-employer',
  'left-employer',
  'no-further-need',
  'declined',
] as const satisfies readonly CaseOutcome[];

export type CaseSubject = Views['CaseSubject'];
export type CaseMeasure = Views['CaseMeasureView'];
export type MeasureRecord = Views['MeasureDto'];
export type MeasureStatus = Views['MeasureStatus'];

export const CASE_SUBJECTS = ['person', 'unit'] as const satisfies readonly CaseSubject[];

export const MEASURE_STATUSES = ['agreed', 'done', 'dropped'] as const satisfies readonly MeasureStatus[];

/** How a case about a unit ends. */
export const UNIT_OUTCOMES = [
  'measures-agreed',
  'no-further-need',
  'declined',
] as const satisfies readonly CaseOutcome[];

export const CASE_STATES = ['open', 'due', 'closed', 'all'] as const;

export const CASE_ORDERS = [
  'nextStepOn',
  '-nextStepOn',
  'openedOn',
  '-openedOn',
  'subject',
  '-subject',
  'unit',
  '-unit',
] as const satisfies readonly CaseOrder[];
export type JournalView = Views['JournalView'];
