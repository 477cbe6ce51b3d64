import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { EVIDENCE_RULES, PURSES, type Choice, type Purse } from '../../partnerships/index.js';
import { IsOere, Nested } from '../../platform/http/fields.js';
import type { Oere } from '../../shared/money.js';
import { LAB_MEASURES, type LabMeasure } from './domain/indicator-moments.js';
import type { CountRule } from './domain/payment-chance.js';
import type { MoneyTerms, SupposedSize, TrialQuestion } from './domain/trial.js';

export const BASES = ['own', 'published'] as const;
export const CHOICES = ['lot', 'chosen'] as const satisfies readonly Choice[];
export const RULES = [...EVIDENCE_RULES, 'count'] as const;

const MOST_ARM = 2000;
const Share = () =>
  Matches(/^(0(\.\d{1,12})?|1(\.0{1,12})?)$/, { message: '$property is a decimal from 0 to 1 as text' });

export class SupposedSizeDto implements SupposedSize {
  @IsInt()
  @Min(1)
  @Max(MOST_ARM)
  treatedUnits: number;

  @IsInt()
  @Min(1)
  @Max(MOST_ARM)
  comparedUnits: number;

  @IsInt()
  @Min(1)
  @Max(100_000)
  personsPerUnit: number;
}

export class CountRuleDto implements CountRule {
  /** How many there would be without the contract. */
  @IsInt()
  @Min(1)
  @Max(2000)
  expected: number;

  /** Pays when fewer are left. */
  @IsInt()
  @Min(1)
  @Max(2000)
  below: number;

  /** How far the expected number drifts by itself, as a share of it. */
  @IsNumber()
  @Min(0)
  @Max(1)
  drift: number;
}

export class MoneyTermsDto implements MoneyTerms {
  @IsIn(PURSES)
  @ApiProperty({ enum: PURSES, enumName: 'Purse' })
  purse: Purse;

  /** Øre that one avoided unit saves. */
  @IsOere({ least: 1 })
  rate: Oere;

  @IsOere()
  costs: Oere;

  /** The provider's part. */
  @Share()
  share: string;

  @Share()
  @Matches(/[1-9]/, { message: '$property is above 0' })
  attribution: string;

  @IsOptional()
  @IsOere()
  @ApiPropertyOptional({ type: Number, nullable: true })
  periodCap: Oere | null = null;
}

/** Terms that are to be tried. */
export class TrialQuestionDto implements TrialQuestion {
  @IsIn(BASES)
  @ApiProperty({ enum: BASES, enumName: 'LabBasis' })
  basis: (typeof BASES)[number];

  @IsArray()
  @ArrayMaxSize(MOST_ARM)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  treated: string[];

  @IsArray()
  @ArrayMaxSize(MOST_ARM)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  compared: string[];

  /** Units and persons supposed instead of those of the chosen workplaces. */
  @IsOptional()
  @Nested(() => SupposedSizeDto)
  @ApiPropertyOptional({ type: () => SupposedSizeDto, nullable: true })
  size: SupposedSizeDto | null = null;

  @IsIn(CHOICES)
  @ApiProperty({ enum: CHOICES, enumName: 'UnitChoice' })
  choice: Choice;

  @IsIn(LAB_MEASURES)
  @ApiProperty({ enum: LAB_MEASURES, enumName: 'IndicatorMeasure' })
  measure: LabMeasure;

  @IsIn(RULES)
  @ApiProperty({ enum: RULES, enumName: 'LabRule' })
  rule: (typeof RULES)[number];

  /** The least part of the expected that must count as avoided. */
  @IsNumber({ maxDecimalPlaces: 6 })
  @Min(0)
  @Max(1)
  threshold: number;

  /** One-sided, of the lower bound. */
  @IsNumber()
  @Min(0.001)
  @Max(0.5)
  level: number;

  /** Standard deviation of true effects for the shrunk rule. */
  @IsNumber({ maxDecimalPlaces: 6 })
  @Min(0.001)
  @Max(1)
  tau: number;

  @IsOptional()
  @Nested(() => CountRuleDto)
  @ApiPropertyOptional({ type: () => CountRuleDto, nullable: true })
  count: CountRuleDto | null = null;

  /** The part of the absence that is to be avoided. */
  @IsNumber()
  @Min(0.001)
  @Max(0.9)
  target: number;

  @Nested(() => MoneyTermsDto)
  money: MoneyTermsDto;
}
