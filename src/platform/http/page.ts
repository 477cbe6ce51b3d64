import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { WhereGiven } from './fields.js';

/** Which page of a list is wanted. */
export class PageQuery {
  /** From 1. */
  @ApiPropertyOptional()
  @WhereGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page: number = 1;

  @ApiPropertyOptional()
  @WhereGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  pageSize: number = 50;
}

/** What every page of a list says of itself; a view class adds `items`. */
export class PageView {
  page: number;
  pageSize: number;
  /** Rows in the whole list under its filters. */
  total: number;
}

export const offsetOf = (query: PageQuery): number => (query.page - 1) * query.pageSize;
