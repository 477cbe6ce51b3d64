import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '../access/index.js';
import { PageView } from '../platform/http/page.js';
import {
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  type RequestKind,
  type RequestOutcome,
  type RequestState,
} from './domain/request.js';

/** One part of what is stored, in the reader's words. */
export class HeldSectionView {
  section: string;
  title: string;
  columns: string[];
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true } },
  })
  rows: (string | number | null)[][];
}

export class OwnPageView {
  name: string;
  employerName: string;
  sections: HeldSectionView[];
  /** Since when an objection keeps the signals from consultants. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  pausedSince: Date | null;
}

export class OwnSpellView {
  @ApiProperty({ type: String, format: 'date' })
  firstOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastOn: string | null;
}

export const OWN_SIGNAL_STATES = ['open', 'acted', 'ended', 'withdrawn'] as const;
export type OwnSignalState = (typeof OWN_SIGNAL_STATES)[number];

/** Why a rule pointed at the employee: the rule, the days it looked at and what it counted. */
export class OwnSignalView {
  id: string;
  rule: string;
  @ApiProperty({ type: String, format: 'date' })
  raisedOn: string;
  @ApiProperty({ type: String, format: 'date' })
  windowFrom: string;
  @ApiProperty({ type: String, format: 'date' })
  windowTo: string;
  count: number;
  spells: OwnSpellView[];
  @ApiProperty({ enum: OWN_SIGNAL_STATES, enumName: 'OwnSignalState' })
  state: OwnSignalState;
  /** The roles that are told of the rule. */
  recipients: string[];
  @ApiProperty({ type: String, nullable: true })
  clause: string | null;
}

export class OwnSignalsView {
  items: OwnSignalView[];
}

export class LookUpView {
  id: string;
  at: Date;
  @ApiProperty({ enum: [...ROLES, 'system'], enumName: 'AuditRole' })
  role: string;
  /** Only where human resources have decided to tell names. */
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
  action: string;
  purpose: string;
  denied: boolean;
}

export class LookUpPage extends PageView {
  items: LookUpView[];
}

export class OwnRequestView {
  id: string;
  @ApiProperty({ enum: REQUEST_KINDS, enumName: 'RequestKind' })
  kind: RequestKind;
  @ApiProperty({ enum: REQUEST_STATES, enumName: 'RequestState' })
  state: RequestState;
  @ApiProperty({ type: String, format: 'date' })
  askedOn: string;
  @ApiProperty({ type: String, nullable: true })
  text: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;
  @ApiProperty({ enum: REQUEST_OUTCOMES, enumName: 'RequestOutcome', nullable: true })
  outcome: RequestOutcome | null;
  @ApiProperty({ type: String, nullable: true })
  decision: string | null;
}

export class OwnRequestsView {
  items: OwnRequestView[];
}

export class RequestMadeView {
  id: string;
}

export class WaitingRequestsView {
  asked: number;
}

export class EmployeeRequestView extends OwnRequestView {
  personId: string;
  personName: string;
}

export class EmployeeRequestPage extends PageView {
  items: EmployeeRequestView[];
}
