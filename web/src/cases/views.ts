import type { Page } from '../api/page';
import type { ContactView, SignalRow } from '../signals/views';

export type CaseRow = {
  id: string;
  subject: CaseSubject;
  state: 'open' | 'closed';
  openedOn: string;
  ownerName: string;
  nextStepOn: string | null;
  outcome: string | null;
};

export type CaseList = Page<CaseRow> & { abilities: string[] };

export type CaseSubject =
  | { kind: 'person'; personId: string; personName: string; unitId: string; unitName: string }
  | { kind: 'unit'; unitId: string; unitName: string };

export const SPECIALISTS = [
  'psychologist',
  'physiotherapist',
  'occupational-health',
  'working-environment',
  'job-coach',
  'municipality',
  'other',
] as const;
export const CASE_OUTCOMES = [
  'back-at-work',
  'back-with-adjustments',
  'other-job-same-employer',
  'left-employer',
  'no-further-need',
  'measures-agreed',
  'declined',
] as const;

export type Referral = {
  id: string;
  specialist: string;
  askedOn: string;
  heldOn: string | null;
  waitingDays: number | null;
};
export type FollowUp = { id: string; dueOn: string; doneOn: string | null };
export type Deadline = { rule: string; on: string; passed: boolean; verified: boolean };
export type CaseEvent = { id: string; kind: string; on: string; by: string; text: string | null };

export type CaseView = CaseRow & {
  /** Day of the running spell today, where there is one. */
  absenceDay: number | null;
  theme: string;
  measures: string;
  environmentGroupInformedOn: string | null;
  contacts: ContactView[];
  referrals: Referral[];
  followUps: FollowUp[];
  deadlines: Deadline[];
  history: CaseEvent[];
  signals: SignalRow[];
  closedOn: string | null;
  abilities: string[];
};
