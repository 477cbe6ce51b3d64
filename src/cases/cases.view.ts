import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../platform/http/page.js';
import {
  CASE_OUTCOMES,
  CASE_SUBJECTS,
  SPECIALISTS,
  type CaseOutcome,
  type CaseSubject,
  type Specialist,
} from './domain/case.js';
import { CONTACT_KINDS, type ContactKind } from './domain/contact.js';
import { MEASURE_STATUSES, type MeasureStatus } from './domain/measure.js';

export class CaseRow {
  id: string;
  @ApiProperty({ enum: CASE_SUBJECTS, enumName: 'CaseSubject' })
  subject: CaseSubject;
  personId: string | null;
  personName: string | null;
  unitId: string;
  unitName: string;
  @ApiProperty({ enum: ['open', 'closed'] })
  state: 'open' | 'closed';
  @ApiProperty({ type: String, format: 'date' })
  openedOn: string;
  ownerId: string;
  ownerName: string;
  /** The next follow-up that is not done. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  nextStepOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  closedOn: string | null;
  @ApiProperty({ enum: CASE_OUTCOMES, enumName: 'CaseOutcome', nullable: true })
  outcome: CaseOutcome | null;
}

export class CasePage extends PageView {
  items: CaseRow[];
  abilities: string[];
}

/** A contact about a person or a unit, made or tried. */
export class ContactView {
  id: string;
  @ApiProperty({ enum: CONTACT_KINDS, enumName: 'ContactKind' })
  kind: ContactKind;
  @ApiProperty({ type: String, format: 'date' })
  heldOn: string;
  reached: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  employeeAgreedOn: string | null;
  hours: number | null;
  agreement: string | null;
  nextStep: string | null;
  recordedAt: Date;
  recordedBy: string;
}

export class ReferralView {
  id: string;
  @ApiProperty({ enum: SPECIALISTS, enumName: 'Specialist' })
  specialist: Specialist;
  @ApiProperty({ type: String, format: 'date' })
  askedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  heldOn: string | null;
  /** Days from asked to held; null until held. */
  waitingDays: number | null;
}

export class FollowUpView {
  id: string;
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  doneOn: string | null;
}

/** What was agreed for a unit; it names no person. */
export class CaseMeasureView {
  id: string;
  measure: string;
  @ApiProperty({ type: String, format: 'date' })
  agreedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
  @ApiProperty({ enum: MEASURE_STATUSES, enumName: 'MeasureStatus' })
  status: MeasureStatus;
  /** The day it was done or dropped. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  settledOn: string | null;
}

/** A signal that the case took up. */
export class CaseSignalView {
  id: string;
  rule: string;
  @ApiProperty({ type: String, format: 'date' })
  raisedOn: string;
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;
  /** Whether a correction has since removed its reason. */
  withdrawn: boolean;
}

export class CaseView extends CaseRow {
  theme: string;
  measures: CaseMeasureView[];
  @ApiProperty({ type: String, format: 'date', nullable: true })
  environmentGroupInformedOn: string | null;
  contacts: ContactView[];
  referrals: ReferralView[];
  followUps: FollowUpView[];
  signals: CaseSignalView[];
  /** Whether the closure may still be taken back. */
  mayReopen: boolean;
  abilities: string[];
}

export class CaseMadeView {
  id: string;
}
