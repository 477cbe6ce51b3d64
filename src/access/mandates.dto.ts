import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID, Matches } from 'class-validator';
import {
  LocalDateField,
  OptionalLocalDateField,
  OptionalTextField,
  TextField,
} from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';
import {
  MANDATE_FIELDS,
  PROCESSING_ROLES,
  type MandateField,
  type ProcessingRole,
} from './domain/mandate.js';

const RULE = /^[a-z][a-z0-9-]{0,59}$/;

/** What a mandate reaches. */
export class MandateScopeDto {
  /** With all units below them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  unitIds: string[];

  /** The rules whose signals are shown. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(RULE, { each: true })
  @ApiProperty({ type: 'array', items: { type: 'string', example: 'contact-day-5', pattern: RULE.source } })
  rules: string[];

  /** Fields that are hidden unless they are named here. */
  @IsArray()
  @IsIn(MANDATE_FIELDS, { each: true })
  @ApiProperty({ enum: MANDATE_FIELDS, enumName: 'MandateField', isArray: true })
  fields: MandateField[];

  /** The last day; left out, until further notice. */
  @OptionalLocalDateField()
  to?: LocalDate | null;
}

export class GrantMandateDto extends MandateScopeDto {
  @IsUUID()
  providerId: string;

  @IsIn(PROCESSING_ROLES)
  @ApiProperty({ enum: PROCESSING_ROLES, enumName: 'ProcessingRole' })
  processingRole: ProcessingRole;

  /** The processing agreement; a processor has one. */
  @OptionalTextField({ most: 200 })
  agreementReference?: string | null;

  /** The basis of a controller, or of an authority's consultants. */
  @OptionalTextField({ most: 1_000 })
  basis?: string | null;

  /** Who signed for the employer. */
  @TextField({ most: 200 })
  signatory: string;

  @LocalDateField()
  signedOn: LocalDate;

  /** When the employees were told; once signals are raised, their notice runs from it before a new recipient's first day. */
  @OptionalLocalDateField()
  informedOn?: LocalDate | null;

  @TextField({ most: 500 })
  purpose: string;

  @LocalDateField()
  from: LocalDate;
}

export class EndMandateDto {
  /** The last day in force; left out, it ends at once. */
  @OptionalLocalDateField()
  lastOn?: LocalDate | null;
}
