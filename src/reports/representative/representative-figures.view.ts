import { ApiProperty } from '@nestjs/swagger';
import { REASONS, type Reason } from '../../disclosure/index.js';

/** A workplace's absence in a quarter, or why it is not shown. */
export class RepresentativeCellView {
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  /** A unit's id, or `everybody`. */
  cell: string;
  /** What the unit was called on the quarter's last day. */
  name: string;
  @ApiProperty({ enum: REASONS, enumName: 'HiddenReason', nullable: true })
  reason: Reason | null;
  /** Of the days that could have been worked. */
  absenceRate: number | null;
  /** Days of absence for each full-time year. */
  daysPerFte: number | null;
}

export class RepresentativeFiguresView {
  items: RepresentativeCellView[];
}
