import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  LocalDateField,
  Nested,
  NestedEach,
  OptionalTextField,
  RevisionField,
  TextField,
  WhereGiven,
} from '../../platform/http/fields.js';
import type { LocalDate } from '../../shared/local-date.js';
import { ITEM_KINDS, type ItemKind, type Threshold } from './domain/instrument.js';

const SIDES = ['at-or-below', 'at-or-above'] as const satisfies readonly Threshold['side'][];
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Both languages; a draft may still lack one. */
export class WordingDto {
  @IsString()
  @MaxLength(1000)
  da: string;

  @IsString()
  @MaxLength(1000)
  en: string;
}

export class ChoiceDto {
  @IsInt()
  @Min(0)
  @Max(100)
  value: number;

  @Nested(() => WordingDto)
  wording: WordingDto;

  /** 0 to 100 in the direction of the question's words; null does not count. */
  @ApiProperty({ type: Number, nullable: true })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  score: number | null;
}

export class NumberRangeDto {
  @IsInt()
  @Min(0)
  @Max(1000000)
  minimum: number;

  @IsInt()
  @Min(0)
  @Max(1000000)
  maximum: number;
}

export class ItemDto {
  @Matches(ID)
  id: string;

  @IsIn(ITEM_KINDS)
  @ApiProperty({ enum: ITEM_KINDS, enumName: 'ItemKind' })
  kind: ItemKind;

  @Nested(() => WordingDto)
  wording: WordingDto;

  @WhereGiven()
  @Nested(() => WordingDto)
  hint?: WordingDto;

  @IsArray()
  @ArrayMaxSize(20)
  @NestedEach(() => ChoiceDto)
  @ApiProperty({ type: [ChoiceDto] })
  readonly choices: readonly ChoiceDto[];

  @ApiPropertyOptional({ type: NumberRangeDto })
  @WhereGiven()
  @Nested(() => NumberRangeDto)
  range?: NumberRangeDto;

  @IsBoolean()
  reversed: boolean;

  @IsBoolean()
  required: boolean;

  /** Shown for larger groups only. */
  @ApiPropertyOptional({ type: Boolean })
  @WhereGiven()
  @Equals(true)
  offensive?: true;

  /** Shown from so many answers on, where the output policy asks for fewer. */
  @ApiPropertyOptional({ type: Number })
  @WhereGiven()
  @IsInt()
  @Min(5)
  @Max(100)
  fewest?: number;
}

export class ThresholdDto {
  @IsNumber()
  @Min(0)
  @Max(100)
  score: number;

  @IsIn(SIDES)
  @ApiProperty({ enum: SIDES, enumName: 'ThresholdSide' })
  side: (typeof SIDES)[number];

  @Nested(() => WordingDto)
  meaning: WordingDto;

  /** A draft may still lack it. */
  @IsString()
  @MaxLength(300)
  source: string;
}

export class ReferenceDto {
  @Nested(() => WordingDto)
  population: WordingDto;

  @IsNumber()
  @Min(0)
  @Max(100)
  mean: number;

  /** A draft may still lack it. */
  @IsString()
  @MaxLength(300)
  source: string;
}

export class ScaleDto {
  @Matches(ID)
  id: string;

  @Nested(() => WordingDto)
  name: WordingDto;

  @Nested(() => WordingDto)
  measures: WordingDto;

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  @ApiProperty({ type: [String] })
  readonly itemIds: readonly string[];

  @IsInt()
  @Min(1)
  @Max(50)
  minimumAnswered: number;

  @IsBoolean()
  higherIsBetter: boolean;

  /** Points of 0 to 100. */
  @IsNumber()
  @Min(0)
  @Max(100)
  minimumDifference: number;

  @Nested(() => WordingDto)
  minimumDifferenceBasis: WordingDto;

  @IsArray()
  @ArrayMaxSize(10)
  @NestedEach(() => ThresholdDto)
  @ApiProperty({ type: [ThresholdDto] })
  readonly thresholds: readonly ThresholdDto[];

  @IsArray()
  @ArrayMaxSize(10)
  @NestedEach(() => ReferenceDto)
  @ApiProperty({ type: [ReferenceDto] })
  readonly references: readonly ReferenceDto[];

  @ApiPropertyOptional({ type: Boolean })
  @WhereGiven()
  @Equals(true)
  offensive?: true;
}

export class PageDto {
  @ApiProperty({ type: WordingDto, nullable: true })
  @IsOptional()
  @Nested(() => WordingDto)
  heading: WordingDto | null;

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  @ApiProperty({ type: [String] })
  readonly itemIds: readonly string[];
}

/** What is asked and how it is scored: what an employer writes itself. */
export class DefinitionDto {
  @Nested(() => WordingDto)
  name: WordingDto;

  @ApiProperty({ type: WordingDto, nullable: true })
  @IsOptional()
  @Nested(() => WordingDto)
  introduction: WordingDto | null;

  @IsArray()
  @ArrayMaxSize(200)
  @NestedEach(() => ItemDto)
  @ApiProperty({ type: [ItemDto] })
  readonly items: readonly ItemDto[];

  @IsArray()
  @ArrayMaxSize(100)
  @NestedEach(() => ScaleDto)
  @ApiProperty({ type: [ScaleDto] })
  readonly scales: readonly ScaleDto[];

  @IsArray()
  @ArrayMaxSize(100)
  @NestedEach(() => PageDto)
  @ApiProperty({ type: [PageDto] })
  readonly pages: readonly PageDto[];
}

export class SaveDraftDto {
  /** The revision that was changed: another's changes are not written over. */
  @RevisionField()
  revision: number;

  @Nested(() => DefinitionDto)
  definition: DefinitionDto;
}

export class StartInstrumentDto {
  /** The instrument it begins as a copy of, or the standard that is to be filled in; empty where nothing is given. */
  @OptionalTextField({ most: 80 })
  from?: string;
}

/** A right of the employer's own to use what others hold. */
export class RecordRightDto {
  /** Who gave it. */
  @TextField({ most: 200 })
  grantedBy: string;

  /** What it rests on: an agreement, a letter, an own licence. */
  @TextField({ most: 1000 })
  basis: string;

  @OptionalTextField({ most: 200 })
  reference?: string | null;

  @LocalDateField()
  grantedOn: LocalDate;
}
