import { ApiProperty } from '@nestjs/swagger';
import { REASONS, type Reason } from '../../../disclosure/index.js';
import { CELLS_STATES, type CellsState } from './cells.repository.js';

export class HiddenCellsView {
  @ApiProperty({ enum: REASONS, enumName: 'CellReason', nullable: true })
  days: Reason | null;
  @ApiProperty({ enum: REASONS, enumName: 'CellReason', nullable: true })
  begun: Reason | null;
  @ApiProperty({ enum: REASONS, enumName: 'CellReason', nullable: true })
  ended: Reason | null;
  @ApiProperty({ enum: REASONS, enumName: 'CellReason', nullable: true })
  lengths: Reason | null;
  @ApiProperty({ enum: REASONS, enumName: 'CellReason', nullable: true })
  cut: Reason | null;
  @ApiProperty({ enum: REASONS, enumName: 'CellReason', nullable: true })
  long: Reason | null;
}

export class CellUnitView {
  id: string;
  name: string;
  employer: string;
  @ApiProperty({ enum: ['in', 'comparison'] })
  arm: 'in' | 'comparison';
  /** Why its months are hidden, figure by figure. */
  hidden: HiddenCellsView;
}

export class CellsRow {
  id: string;
  @ApiProperty({ enum: CELLS_STATES, enumName: 'CellsState' })
  state: CellsState;
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  orderedAt: Date;
  @ApiProperty({ type: Date, nullable: true })
  finishedAt: Date | null;
  units: number;
  /** Workplaces without any days. */
  hiddenUnits: number;
  /** The last day that every employer has told of. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  knownUntil: string | null;
  provisionalMonths: string[];
}

export class CellsPeriodView {
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  @ApiProperty({ enum: ['quarter', 'half-year', 'year'] })
  cut: 'quarter' | 'half-year' | 'year';
}

export class CellsList {
  items: CellsRow[];
  /** The calendar cuts that may be ordered: from the two years before the partnership on. */
  periods: CellsPeriodView[];
  abilities: string[];
}

export class CellsView extends CellsRow {
  workplaces: CellUnitView[];
}
