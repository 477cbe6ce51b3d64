import { ApiProperty } from '@nestjs/swagger';
import type { GoLiveState } from './domain/go-live.js';

export const GO_LIVE_STATES = [
  'not-ready',
  'notice-running',
  'live',
] as const satisfies readonly GoLiveState[];

export class GoLiveView {
  @ApiProperty({ enum: GO_LIVE_STATES, enumName: 'GoLiveState' })
  state: GoLiveState;
  /** The first day the employees' notice allows. */
  earliestLiveOn: string | null;
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
  /** Fields still needed before going live. */
  missing: string[];
  abilities: string[];
}
