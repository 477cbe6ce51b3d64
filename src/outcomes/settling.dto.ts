import { plainToInstance } from 'class-transformer';
import { IsArray, IsObject, validateSync, type ValidationError } from 'class-validator';
import {
  DECIMAL,
  GuardrailDto,
  PaymentTermsDto,
  type DecimalText,
  type GuardrailName,
} from '../partnerships/index.js';
import { IsOere, Nested, NestedEach } from '../platform/http/fields.js';
import { MOST_OERE, type Oere } from '../shared/money.js';
import type { Settling } from './domain/settlement.js';
import type { Figure } from './domain/term-lines.js';

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

  @IsOere({ least: -MOST_OERE })
  carryIn: Oere;

  @IsOere()
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
    .filter(([field, value]) => {
      if (field === 'refusal') return value !== null && typeof value !== 'string';
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
