import { ApiProperty } from '@nestjs/swagger';
import { FIXED_CUTS, type FixedCut } from '../../partnerships/index.js';
import { PACK_TABLES, type PackTableKey } from './pack-words.js';

export class SteeringPackTableView {
  @ApiProperty({ enum: PACK_TABLES, enumName: 'PackTableKey' })
  key: PackTableKey;
  heading: string;
  note: string;
  columns: string[];
  rows: string[][];
  /** What stands where there are no rows. */
  empty: string;
}

/** What a reader's party may see of a pack, in words; its figures are those of the report. */
export class SteeringPackView {
  heading: string;
  summary: string[];
  tables: SteeringPackTableView[];
  /** Whether whoever asks may sign it off now. */
  maySign: boolean;
}

export class PackScheduleView {
  @ApiProperty({ enum: FIXED_CUTS, enumName: 'FixedCut', nullable: true })
  cut: FixedCut | null;
  abilities: string[];
}
