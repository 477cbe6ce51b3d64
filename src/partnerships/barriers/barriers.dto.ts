import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  LocalDateField,
  OptionalLocalDateField,
  RevisionField,
  TextField,
  WhereGiven,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import { BARRIER_KINDS, type BarrierKind } from '../domain/barrier.js';

export const BARRIER_STATES = ['open', 'resolved'] as const;

export class BarriersQuery extends PageQuery {
  @WhereGiven()
  @IsIn(BARRIER_STATES)
  @ApiProperty({ enum: BARRIER_STATES, enumName: 'BarrierState', required: false })
  state?: (typeof BARRIER_STATES)[number];
}

/** What stood in the way and what was done; about work, never about a person. */
export class BarrierDto {
  @IsIn(BARRIER_KINDS)
  @ApiProperty({ enum: BARRIER_KINDS, enumName: 'BarrierKind' })
  kind: BarrierKind;

  @LocalDateField()
  seenOn: LocalDate;

  @TextField({ most: 1000 })
  what: string;

  /** A workplace of the partnership; null where it is about all of it. */
  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, nullable: true, required: false })
  unitId: string | null = null;

  @IsString()
  @MaxLength(1000)
  action: string;

  /** Who does something about it: a party or a function. */
  @IsString()
  @MaxLength(200)
  actionBy: string;

  @OptionalLocalDateField()
  dueOn: LocalDate | null = null;

  @OptionalLocalDateField()
  resolvedOn: LocalDate | null = null;
}

export class ChangeBarrierDto extends BarrierDto {
  /** That which was read. */
  @RevisionField()
  revision: number;
}
