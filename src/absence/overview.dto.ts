import { Type } from 'class-transformer';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt } from 'class-validator';
import { WhereGiven } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';

/** Months of the trend. */
export const TREND_MONTHS = [12, 24, 36, 48] as const;

export class MonthsQuery {
  @ApiPropertyOptional({ enum: TREND_MONTHS })
  @WhereGiven()
  @Type(() => Number)
  @IsIn(TREND_MONTHS)
  months: number = 24;
}

export class UnitFiguresQuery extends PageQuery {
  @ApiPropertyOptional({ enum: TREND_MONTHS })
  @WhereGiven()
  @Type(() => Number)
  @IsInt()
  @IsIn(TREND_MONTHS)
  months: number = 24;
}
