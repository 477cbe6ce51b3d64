import { ApiProperty } from '@nestjs/swagger';
import { REASONS, type Reason } from '../../disclosure/index.js';
import {
  APV_OCCASIONS,
  APV_PHASES,
  APV_STATES,
  type ApvOccasion,
  type ApvPhase,
  type ApvState,
} from './domain/apv.js';

export class ApvCycleView {
  @ApiProperty({ enum: APV_STATES, enumName: 'ApvState' })
  state: ApvState;
  lastCompletedOn: string | null;
  dueOn: string | null;
  months: number;
  clause: string;
  source: string;
  verified: boolean;
}

export class ApvAbsenceCellView {
  /** Null for the whole workplace. */
  unitId: string | null;
  name: string;
  @ApiProperty({ enum: REASONS, enumName: 'HiddenReason', nullable: true })
  reason: Reason | null;
  absenceRate: number | null;
  daysPerFte: number | null;
  spellsPerPersonYear: number | null;
  shortShare: number | null;
  longShare: number | null;
}

export class ApvAbsenceYearView {
  year: number;
  /** The last day that all sources had told of when the figures were released. */
  knownUntil: string | null;
  /** Months that could still change, by their first day. */
  provisionalMonths: string[];
  cells: ApvAbsenceCellView[];
}

export class ApvPhaseView {
  @ApiProperty({ enum: APV_PHASES, enumName: 'ApvPhase' })
  phase: ApvPhase;
  /** Null where it has not been recorded. */
  doneOn: string | null;
  evidence: string;
  /** Who of the working-environment organisation took part. */
  participants: string;
  /** Of the phase about absence. */
  @ApiProperty({ type: () => [ApvAbsenceYearView], nullable: true })
  figures: ApvAbsenceYearView[] | null;
}

export class ApvAssessmentView {
  id: string;
  title: string;
  @ApiProperty({ enum: APV_OCCASIONS, enumName: 'ApvOccasion' })
  occasion: ApvOccasion;
  begunOn: string;
  completedOn: string | null;
  roundId: string | null;
  phases: ApvPhaseView[];
}

export class ApvView {
  cycle: ApvCycleView;
  /** The newest first. */
  items: ApvAssessmentView[];
  abilities: string[];
}
