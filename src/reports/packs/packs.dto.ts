import { ApiProperty } from '@nestjs/swagger';
import { IsIn, ValidateIf } from 'class-validator';
import { FIXED_CUTS, type FixedCut } from '../../partnerships/index.js';

/** After which cuts a pack makes itself; null for none. */
export class PackScheduleDto {
  @ValidateIf((body: PackScheduleDto) => body.cut !== null)
  @IsIn(FIXED_CUTS)
  @ApiProperty({ enum: FIXED_CUTS, enumName: 'FixedCut', nullable: true })
  cut: FixedCut | null;
}
