import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../platform/http/page.js';
import type { GoLiveState } from './domain/go-live.js';

export const GO_LIVE_STATES = [
  'not-ready',
  'notice-running',
  'live',
] as const satisfies readonly GoLiveState[];

export class GoLiveFieldsView {
  liveFrom: string | null;
  dpiaApprovedBy: string | null;
  dpiaApprovedOn: string | null;
  worksCouncilOn: string | null;
  minutesReference: string | null;
  informedText: string | null;
  informedOn: string | null;
  noticeDays: number;
  recipients: string | null;
  retention: string | null;
}

export class GoLiveView extends GoLiveFieldsView {
  @ApiProperty({ enum: GO_LIVE_STATES, enumName: 'GoLiveState' })
  state: GoLiveState;
  /** The first day the employees' notice allows. */
  earliestLiveOn: string | null;
  /** Fields still needed before going live. */
  missing: string[];
  abilities: string[];
}

export class GoLiveRecordView extends GoLiveFieldsView {
  /** 1 for the first one kept. */
  number: number;
  recordedAt: Date;
  /** Null where the operator recorded it, or the user is gone. */
  recordedBy: string | null;
  /** SHA-256 of the impact assessment kept with this record, in hexadecimal; null where it approves none anew. */
  assessmentHash: string | null;
}

export class GoLiveRecordsView extends PageView {
  /** The newest first; drafts, without a first day of signals, too. */
  items: GoLiveRecordView[];
}
