import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsOere, TextField, WhereGiven } from '../../platform/http/fields.js';
import type { Oere } from '../../shared/money.js';
import { GUARDRAILS, type Guardrail, type GuardrailName } from '../domain/guardrails.js';
import { EVIDENCE_RULES, PURSES, type DecimalText, type EvidenceRule, type Purse } from '../domain/terms.js';
import type { RefundedBenefit } from '../domain/state-refund.js';
import type { Waterfall } from '../domain/waterfall.js';

/** A decimal as text, to the digit. */
export const DECIMAL = /^-?\d{1,15}(\.\d{1,12})?$/;
export const Decimal = () => Matches(DECIMAL, { message: '$property is a decimal as text, such as "0.075"' });

export class TermDto {
  @IsIn(['effect', 'count', 'delivery'])
  @ApiProperty({ enum: ['effect', 'count', 'delivery'] })
  kind: 'effect' | 'count' | 'delivery';

  @TextField({ most: 60 })
  id: string;
}

/** A week of a benefit before the state's refund, and which weeks of it an avoided unit is. */
export class RefundedBenefitDto implements RefundedBenefit {
  @IsOere({ least: 1 })
  weekly: Oere;

  @IsInt()
  @Min(1)
  @Max(1000)
  fromWeek: number;

  @IsInt()
  @Min(1)
  @Max(1000)
  toWeek: number;
}

export class SavingTermDto extends TermDto {
  @IsIn(PURSES)
  @ApiProperty({ enum: PURSES, enumName: 'Purse' })
  purse: Purse;

  @Decimal()
  attribution: DecimalText;

  @IsOere({ least: 1 })
  rate: Oere;

  /** Of the benefit municipality's purse: what its rate is worked out from when the draft is saved. */
  @WhereGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => RefundedBenefitDto)
  refund?: RefundedBenefitDto;

  @IsOere()
  costs: Oere;

  @Decimal()
  share: DecimalText;
}

export class EffectTermDto extends SavingTermDto {
  @ApiProperty({ enum: ['effect'] })
  declare kind: 'effect';

  @IsIn(EVIDENCE_RULES)
  @ApiProperty({ enum: EVIDENCE_RULES, enumName: 'EvidenceRule' })
  evidence: EvidenceRule;

  @IsOptional()
  @Decimal()
  @ApiProperty({ type: String, nullable: true, required: false })
  threshold: DecimalText | null = null;
}

export class CountTermDto extends SavingTermDto {
  @ApiProperty({ enum: ['count'] })
  declare kind: 'count';

  @IsIn(['stock', 'cohort'])
  @ApiProperty({ enum: ['stock', 'cohort'] })
  counted: 'stock' | 'cohort';

  @IsInt()
  @Min(1)
  @Max(100_000)
  below: number;
}

export class DeliveryTermDto extends TermDto {
  @ApiProperty({ enum: ['delivery'] })
  declare kind: 'delivery';

  @IsOere()
  price: Oere;
}

@ApiExtraModels(EffectTermDto, CountTermDto, DeliveryTermDto)
export class PaymentTermsDto {
  @IsIn(PURSES)
  @ApiProperty({ enum: PURSES, enumName: 'Purse' })
  payersPurse: Purse;

  @IsArray()
  @ArrayMaxSize(50)
  @ApiProperty({
    type: 'array',
    items: {
      oneOf: [EffectTermDto, CountTermDto, DeliveryTermDto].map((term) => ({ $ref: getSchemaPath(term) })),
    },
  })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TermDto, {
    keepDiscriminatorProperty: true,
    discriminator: {
      property: 'kind',
      subTypes: [
        { name: 'effect', value: EffectTermDto },
        { name: 'count', value: CountTermDto },
        { name: 'delivery', value: DeliveryTermDto },
      ],
    },
  })
  terms: (EffectTermDto | CountTermDto | DeliveryTermDto)[];

  @IsOptional()
  @IsOere()
  @ApiProperty({ type: Number, nullable: true, required: false })
  periodCap: Oere | null = null;

  @IsOptional()
  @IsOere()
  @ApiProperty({ type: Number, nullable: true, required: false })
  contractCap: Oere | null = null;

  @IsBoolean()
  carriesOver: boolean;

  @Decimal()
  vat: DecimalText;
}

export class GuardrailDto implements Guardrail {
  @IsIn(GUARDRAILS)
  @ApiProperty({ enum: GUARDRAILS, enumName: 'GuardrailName' })
  name: GuardrailName;

  @IsIn(['at-least', 'at-most'])
  @ApiProperty({ enum: ['at-least', 'at-most'] })
  side: 'at-least' | 'at-most';

  @Decimal()
  limit: DecimalText;
}

export class WaterfallDto implements Waterfall {
  @IsOere()
  principal: Oere;

  @IsOere()
  returnCap: Oere;

  @Decimal()
  investorsPart: DecimalText;
}
