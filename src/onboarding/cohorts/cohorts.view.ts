import { ApiProperty } from '@nestjs/swagger';
import { REASONS, type Reason } from '../../disclosure/index.js';
import { COHORT_CELLS, type CohortCellName } from '../domain/cohort-release.js';

export class CohortPointView {
  /** Of the employment. */
  day: number;
  value: number;
  low: number;
  high: number;
}

export class CohortExpectedView {
  day: number;
  value: number;
}

export class CohortCurveView {
  points: CohortPointView[];
  expected: CohortExpectedView[];
}

export class CohortCheckInView {
  day: number;
  /** Null where too few have answered. */
  @ApiProperty({ type: Number, nullable: true })
  answers: number | null;
  /** 0 to 100, as the two that follow. */
  @ApiProperty({ type: Number, nullable: true })
  mean: number | null;
  @ApiProperty({ type: Number, nullable: true })
  low: number | null;
  @ApiProperty({ type: Number, nullable: true })
  high: number | null;
}

export class CohortFiguresView {
  /** The share not absent so far. */
  firstAbsence: CohortCurveView;
  /** Spells a head so far. */
  spells: CohortCurveView;
  /** The share still employed. */
  stay: CohortCurveView;
  checkIns: CohortCheckInView[];
}

export class CohortCellView {
  @ApiProperty({ enum: COHORT_CELLS, enumName: 'CohortCellName' })
  cell: CohortCellName;
  /** Null for one to four. */
  @ApiProperty({ type: Number, nullable: true })
  persons: number | null;
  @ApiProperty({ enum: REASONS, enumName: 'HiddenReason', nullable: true })
  reason: Reason | null;
  @ApiProperty({ type: CohortFiguresView, nullable: true })
  figures: CohortFiguresView | null;
}

/** The new employees of a calendar year. */
export class CohortView {
  year: number;
  /** Null until it can be told of. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  releasedAt: Date | null;
  /** The day from which it can be, once absence is known until then. */
  @ApiProperty({ type: String, format: 'date' })
  tellableFrom: string;
  cells: CohortCellView[];
}

export class CohortLimitsView {
  persons: number;
  absentPersons: number;
  answers: number;
}

export class CohortsView {
  /** The newest year first. */
  items: CohortView[];
  limits: CohortLimitsView;
}
