import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNumber, IsUUID, Max, Min } from 'class-validator';
import {
  LocalDateField,
  OptionalLocalDateField,
  RevisionField,
  TextField,
  WhereGiven,
} from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';
import { SPELL_KINDS, type SpellKind } from './domain/kinds.js';

/** Sick, and well again where the last day is known: one request. */
export class ReportSpellDto {
  @IsUUID()
  employmentId: string;

  @IsIn(SPELL_KINDS)
  @ApiProperty({ enum: SPELL_KINDS, enumName: 'SpellKind' })
  kind: SpellKind;

  @LocalDateField()
  firstOn: LocalDate;

  /** Left out while the person is still absent. */
  @OptionalLocalDateField()
  lastOn?: LocalDate | null;

  /** Share of the working time that is absence; 1 when left out. */
  @WhereGiven()
  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0.001)
  @Max(1)
  degree?: number;
}

export class CorrectSpellDto {
  /** The version that was seen; another in the meantime is a conflict. */
  @RevisionField()
  version: number;

  @IsIn(SPELL_KINDS)
  @ApiProperty({ enum: SPELL_KINDS, enumName: 'SpellKind' })
  kind: SpellKind;

  @LocalDateField()
  firstOn: LocalDate;

  @OptionalLocalDateField()
  lastOn?: LocalDate | null;

  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0.001)
  @Max(1)
  degree: number;
}

export class RecoverDto {
  /** The last day of absence. */
  @LocalDateField()
  lastOn: LocalDate;
}

export class ChangeDegreeDto {
  /** The first day at the new degree. */
  @LocalDateField()
  from: LocalDate;

  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0.001)
  @Max(1)
  degree: number;
}

export class DeleteSpellDto {
  /** Why; never what the illness is. */
  @TextField({ most: 500 })
  reason: string;
}
