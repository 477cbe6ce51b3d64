import type { Views } from '../api/client';

export type Benefit = Views['Benefit'];
export type CitizenRow = Views['CitizenRow'];
export type CitizenView = Views['CitizenView'];
export type CitizenContact = Views['CitizenContactView'];
export type CitizenSpan = Views['CitizenSpanView'];
export type CitizenOrder = Views['CitizenOrder'];
export type ContactFilter = Views['ContactFilter'];
export type ContactKind = Views['CitizenContactKind'];
export type TrackImport = Views['TrackImportView'];
export type TrackImportState = Views['TrackImportState'];
export type TrackWorker = Views['TrackWorkerView'];

export const BENEFITS: readonly Benefit[] = [
  'sickness-benefit',
  'job-clarification',
  'flexi-job',
  'flexi-unemployment',
  'disability-pension',
  'self-support',
];
export const CONTACT_FILTERS: readonly ContactFilter[] = ['overdue', 'planned', 'none'];
export const CONTACT_KINDS: readonly ContactKind[] = ['meeting', 'phone', 'video', 'workplace'];
export const CITIZEN_SCOPES = ['mine', 'all'] as const;
export const CITIZEN_ORDERS: readonly CitizenOrder[] = [
  'nextContact',
  '-nextContact',
  'caseNumber',
  '-caseNumber',
  'weeks',
  '-weeks',
  'benefitWeeks',
  '-benefitWeeks',
  'coachChanges',
  '-coachChanges',
];
