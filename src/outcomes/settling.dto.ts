import { plainToInstance, Type } from 'class-transformer';
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
  validateSync,
  type ValidationError,
} from 'class-validator';
import { Nested, NestedEach } from '../platform/http/fields.js';
import type { Oere } from '../shared/money.js';
import { GUARDRAILS, type Guardrail, type GuardrailName } from './domain/guardrails.js';
import type { Settling } from './domain/settlement.js';
import type { Figure } from './domain/term-lines.js';
import { EVIDENCE_RULES, PURSES, type DecimalText, type EvidenceRule, type Purse } from './domain/terms.js';

const DECIMAL = /^-?\d{1,15}(\.\d{1,12})?$/;
const Decimal = () => Matches(DECIMAL, { message: '$property is a decimal as text, such as "0.075"' });

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

class PaymentTermsDto {
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

class GuardrailDto implements Guardrail {
  @IsIn(GUARDRAILS)
  name: GuardrailName;

  @IsIn(['at-least', 'at-most'])
  side: 'at-least' | 'at-most';

  @Decimal()
  limit: DecimalText;
}

class SettlingDto {
  @Nested(() => PaymentTermsDto)
  agreed: PaymentTermsDto;

  @IsArray()
  @NestedEach(() => GuardrailDto)
  guardrails: GuardrailDto[];

  /** By term; each is read when its term is settled. */
  @IsObject()
  figures: Record<string, Figure>;

  @IsObject()
  guardrailFigures: Partial<Record<GuardrailName, DecimalText | null>>;

  @IsInt()
  carryIn: Oere;

  @IsInt()
  @Min(0)
  paidEarlier: Oere;
}

const pathsOf = (faults: readonly ValidationError[], above = ''): string[] =>
  faults.flatMap((fault) => [
    ...Object.values(fault.constraints ?? {}).map((message) => `${above}${fault.property}: ${message}`),
    ...pathsOf(fault.children ?? [], `${above}${fault.property}.`),
  ]);

/** Figures are decimals as text, counts or, where a rule does not ask for one, null. */
const figureFaults = (path: string, plain: unknown): string[] => {
  if (typeof plain !== 'object' || plain === null) return [`${path}: is an object of figures`];
  return Object.entries(plain)
    .filter(([, value]) => {
      if (typeof value === 'string') return !DECIMAL.test(value);
      return value !== null && !(Number.isSafeInteger(value) && Number(value) >= 0);
    })
    .map(([field]) => `${path}.${field}: is a decimal as text, such as "0.075", or a count`);
};

/** Reads what a period is settled from. @throws Error naming every field at fault */
export const readSettling = (plain: unknown): Settling => {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    throw new Error('what is to be settled is an object');
  const settling = plainToInstance(SettlingDto, plain);
  const faults = pathsOf(
    validateSync(settling, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }),
  );
  if (faults.length === 0) {
    faults.push(
      ...Object.entries(settling.figures).flatMap(([id, figure]) => figureFaults(`figures.${id}`, figure)),
      ...figureFaults('guardrailFigures', settling.guardrailFigures),
    );
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return settling;
};
