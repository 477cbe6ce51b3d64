import { Type } from 'class-transformer';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional } from 'class-validator';
import { PageQuery } from '../platform/http/page.js';

/** Months of the trend. */
export const TREND_MONTHS = [12, 24, 36, 48] as const;

export class MonthsQuery {
  @ApiPropertyOptional({ enum: TREND_MONTHS })
  @IsOptional()
  @Type(() => Number)
  @IsIn(TREND_MONTHS)
  months: number = 24;
}

export class UnitFiguresQuery extends PageQuery {
  @ApiPropertyOptional({ enum: TREND_MONTHS })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsIn(TREND_MONTHS)
  months: number = 24;
}
