import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  MinLength,
  Min,
} from 'class-validator';
import { LocalDateField, Nested, TextField, Trimmed, WhereGiven } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import {
  CHANNELS,
  ROUND_KINDS,
  ROUND_STATES,
  type Channel,
  type RoundKind,
  type RoundState,
} from './domain/round.js';

export class RoundsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ROUND_STATES, enumName: 'RoundState' })
  @WhereGiven()
  @IsIn(ROUND_STATES)
  state?: RoundState;
}

export class TitleDto {
  @TextField({ most: 120 })
  da: string;

  @TextField({ most: 120 })
  en: string;
}

/** Whom a round asks; nothing named is everybody. */
export class PopulationDto {
  @ApiProperty({ enum: ROUND_KINDS, enumName: 'RoundKind' })
  @IsIn(ROUND_KINDS)
  kind: RoundKind;

  @IsArray()
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  unitIds: string[];

  @IsArray()
  @ArrayMaxSize(200)
  @Trimmed()
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(200, { each: true })
  jobGroups: string[];

  /** Whole months since the employment began, at least. */
  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(600)
  tenureFrom?: number | null;

  /** Fewer whole months than this. */
  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(600)
  tenureTo?: number | null;

  /** Invited people that one key stands for, at least. */
  @IsInt()
  @Min(5)
  @Max(100)
  minimum: number = 5;
}

export class NewRoundDto extends PopulationDto {
  @TextField({ most: 100 })
  instrumentId: string;

  @Nested(() => TitleDto)
  title: TitleDto;

  /** Of a pulse: a round every so many weeks. */
  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(104)
  everyWeeks?: number | null;

  @LocalDateField()
  opensOn: LocalDate;

  @LocalDateField()
  closesOn: LocalDate;

  @ApiProperty({ enum: CHANNELS, enumName: 'SurveyChannel', isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CHANNELS, { each: true })
  channels: Channel[];
}

export class ClosingDayDto {
  @LocalDateField()
  closesOn: LocalDate;
}

export class ClosureDto {
  /** Said where the round has not come to its closing day: who has not answered cannot any more. */
  @WhereGiven()
  @IsBoolean()
  early?: boolean;
}

export class LettersQuery {
  /** From 1; each file has so many letters at most. */
  @ApiPropertyOptional()
  @WhereGiven()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(10_000)
  part: number = 1;
}
