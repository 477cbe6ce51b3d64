import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Oere } from '../../shared/money.js';
import { GUARDRAILS, type Guardrail, type GuardrailName } from '../domain/guardrails.js';
import { EVIDENCE_RULES, PURSES, type DecimalText, type EvidenceRule, type Purse } from '../domain/terms.js';

/** A decimal as text, to the digit. */
export const DECIMAL = /^-?\d{1,15}(\.\d{1,12})?$/;
export const Decimal = () => Matches(DECIMAL, { message: '$property is a decimal as text, such as "0.075"' });

class TermDto {
  @IsIn(['effect', 'count', 'delivery'])
  kind: 'effect' | 'count' | 'delivery';

  @IsString()
  @Length(1, 60)
  id: string;
}

class SavingTermDto extends TermDto {
  @IsIn(PURSES)
  purse: Purse;

  @Decimal()
  attribution: DecimalText;

  @IsInt()
  @Min(1)
  rate: Oere;

  @IsInt()
  @Min(0)
  costs: Oere;

  @Decimal()
  share: DecimalText;
}

class EffectTermDto extends SavingTermDto {
  declare kind: 'effect';

  @IsIn(EVIDENCE_RULES)
  evidence: EvidenceRule;

  @IsOptional()
  @Decimal()
  threshold: DecimalText | null = null;
}

class CountTermDto extends SavingTermDto {
  declare kind: 'count';

  @IsIn(['stock', 'cohort'])
  counted: 'stock' | 'cohort';

  @IsInt()
  @Min(1)
  below: number;
}

class DeliveryTermDto extends TermDto {
  declare kind: 'delivery';

  @IsInt()
  @Min(0)
  price: Oere;
}

export class PaymentTermsDto {
  @IsIn(PURSES)
  payersPurse: Purse;

  @IsArray()
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
  @IsInt()
  @Min(0)
  periodCap: Oere | null = null;

  @IsOptional()
  @IsInt()
  @Min(0)
  contractCap: Oere | null = null;

  @IsBoolean()
  carriesOver: boolean;

  @Decimal()
  vat: DecimalText;
}

export class GuardrailDto implements Guardrail {
  @IsIn(GUARDRAILS)
  name: GuardrailName;

  @IsIn(['at-least', 'at-most'])
  side: 'at-least' | 'at-most';

  @Decimal()
  limit: DecimalText;
}
