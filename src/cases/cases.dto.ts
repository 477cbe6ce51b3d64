import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  LocalDateField,
  OptionalLocalDateField,
  TextField,
  Trimmed,
  WhereGiven,
} from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import type { LocalDate } from '../shared/local-date.js';
import {
  CASE_OUTCOMES,
  CASE_SUBJECTS,
  SPECIALISTS,
  type CaseOutcome,
  type CaseSubject,
  type Specialist,
} from './domain/case.js';
import { CONTACT_KINDS, type ContactKind } from './domain/contact.js';

/** Of the open ones those are `due` whose next step's day has come. */
export const CASE_STATES = ['open', 'due', 'closed'] as const;
export type CaseFilter = (typeof CASE_STATES)[number];

export const CASE_ORDERS = [
  'nextStepOn',
  '-nextStepOn',
  'openedOn',
  '-openedOn',
  'subject',
  '-subject',
  'unit',
  '-unit',
] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

export class CasesQuery extends PageQuery {
  @WhereGiven()
  @IsIn(CASE_STATES)
  @ApiProperty({ enum: CASE_STATES, enumName: 'CaseFilter', required: false })
  state?: CaseFilter;

  @WhereGiven()
  @IsUUID()
  personId?: string;

  /** Whether about a person or about a unit. */
  @WhereGiven()
  @IsIn(CASE_SUBJECTS)
  @ApiProperty({ enum: CASE_SUBJECTS, enumName: 'CaseSubject', required: false })
  subject?: CaseSubject;

  /** The unit and those below it. */
  @WhereGiven()
  @IsUUID()
  unitId?: string;

  /** Open cases stand before closed ones in every order. */
  @ApiProperty({ enum: CASE_ORDERS, enumName: 'CaseOrder', required: false })
  @WhereGiven()
  @IsIn(CASE_ORDERS)
  sort?: CaseOrder;
}

/** Exactly one of the three. */
export class OpenCaseDto {
  /** About the person of a signal, which it takes up. */
  @WhereGiven()
  @IsUUID()
  signalId?: string;

  @WhereGiven()
  @IsUUID()
  personId?: string;

  /** About a unit. */
  @WhereGiven()
  @IsUUID()
  unitId?: string;

  /** What a case about a unit is about; no persons. */
  @WhereGiven()
  @Trimmed()
  @IsString()
  @MaxLength(200)
  theme?: string;
}

export class UpdateCaseDto {
  @Trimmed()
  @IsString()
  @MaxLength(200)
  theme: string;

  @OptionalLocalDateField()
  environmentGroupInformedOn?: LocalDate | null;
}

export class RecordContactDto {
  @IsIn(CONTACT_KINDS)
  @ApiProperty({ enum: CONTACT_KINDS, enumName: 'ContactKind' })
  kind: ContactKind;

  @LocalDateField()
  heldOn: LocalDate;

  /** Whether the person was reached; an attempt is counted apart. */
  @IsBoolean()
  reached: boolean;

  /** The day the employee agreed to direct contact; needed for a contact with the employee. */
  @OptionalLocalDateField()
  employeeAgreedOn?: LocalDate | null;

  /** Hours of a visit or of advice. */
  @WhereGiven()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.25)
  @Max(24)
  hours?: number;

  /** What was agreed; never an illness. */
  @WhereGiven()
  @Trimmed()
  @IsString()
  @MaxLength(4_000)
  agreement?: string;

  @WhereGiven()
  @Trimmed()
  @IsString()
  @MaxLength(2_000)
  nextStep?: string;
}

export class ReferDto {
  @IsIn(SPECIALISTS)
  @ApiProperty({ enum: SPECIALISTS, enumName: 'Specialist' })
  specialist: Specialist;

  @LocalDateField()
  askedOn: LocalDate;

  @OptionalLocalDateField()
  heldOn?: LocalDate | null;
}

export class PlanFollowUpDto {
  @LocalDateField()
  dueOn: LocalDate;
}

export class DoneDto {
  @LocalDateField()
  doneOn: LocalDate;
}

export class CloseCaseDto {
  @IsIn(CASE_OUTCOMES)
  @ApiProperty({ enum: CASE_OUTCOMES, enumName: 'CaseOutcome' })
  outcome: CaseOutcome;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class InviteDto {
  @LocalDateField()
  on: LocalDate;

  /** Danish time, `09:30`. */
  @Matches(TIME)
  from: string;

  @Matches(TIME)
  to: string;

  /** Where to meet, or the number that will be called. */
  @TextField({ most: 200 })
  place: string;

  @IsBoolean()
  byPhone: boolean;
}

export class HeldDto {
  @LocalDateField()
  heldOn: LocalDate;
}
