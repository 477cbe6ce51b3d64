import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  LocalDateField,
  OptionalLocalDateField,
  OptionalTextField,
  TextField,
  WhereGiven,
} from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';
import { UNIT_KINDS, type UnitKind } from './domain/unit-history.js';

export class OnDayQuery {
  /** The day the tree is seen on; today unless told. */
  @OptionalLocalDateField()
  on?: LocalDate;
}

export class NewUnitDto {
  @TextField({ most: 200 })
  name: string;

  @IsIn(UNIT_KINDS)
  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' })
  kind: UnitKind;

  /** Left out, the unit stands at the top. */
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @LocalDateField()
  from: LocalDate;
}

/** What a unit becomes from a day on; what is left out stays. What it was before that day stays too. */
export class NewUnitVersionDto {
  @LocalDateField()
  from: LocalDate;

  @OptionalTextField({ most: 200 })
  name?: string;

  @WhereGiven()
  @IsIn(UNIT_KINDS)
  @ApiPropertyOptional({ enum: UNIT_KINDS, enumName: 'UnitKind' })
  kind?: UnitKind;

  /** Null moves it to the top. */
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  /** From that day the unit and all below it are no more. */
  @WhereGiven()
  @IsBoolean()
  closed?: boolean;
}
