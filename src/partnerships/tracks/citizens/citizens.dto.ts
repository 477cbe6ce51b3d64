import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  LocalDateField,
  OptionalLocalDateField,
  TextField,
  WhereGiven,
} from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/page.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { BENEFITS, type Benefit } from '../domain/benefit.js';

export const CITIZEN_ORDERS = [
  'nextContact',
  '-nextContact',
  'caseNumber',
  '-caseNumber',
  'weeks',
  '-weeks',
  'benefitWeeks',
  '-benefitWeeks',
  'coachChanges',
  '-coachChanges',
] as const;
export type CitizenOrder = (typeof CITIZEN_ORDERS)[number];

/** `overdue`: the planned day is past; `none`: none is planned. */
export const CONTACT_FILTERS = ['overdue', 'planned', 'none'] as const;
export type ContactFilter = (typeof CONTACT_FILTERS)[number];

export const CITIZEN_SCOPES = ['mine', 'all'] as const;
export type CitizenScope = (typeof CITIZEN_SCOPES)[number];

export class CitizensQuery extends PageQuery {
  /** A caseworker sees all of the authority's unless told; a job coach only the own ones. */
  @ApiPropertyOptional({ enum: CITIZEN_SCOPES, enumName: 'CitizenScope' })
  @WhereGiven()
  @IsIn(CITIZEN_SCOPES)
  scope: CitizenScope = 'all';

  @ApiPropertyOptional({ enum: BENEFITS, enumName: 'Benefit' })
  @WhereGiven()
  @IsIn(BENEFITS)
  benefit?: Benefit;

  @ApiPropertyOptional({ enum: CONTACT_FILTERS, enumName: 'ContactFilter' })
  @WhereGiven()
  @IsIn(CONTACT_FILTERS)
  contact?: ContactFilter;

  @ApiPropertyOptional({ enum: CITIZEN_ORDERS, enumName: 'CitizenOrder' })
  @WhereGiven()
  @IsIn(CITIZEN_ORDERS)
  sort: CitizenOrder = 'nextContact';
}

/** A case number travels in the body: it belongs in no address and no log. */
export class FindCitizenDto {
  @TextField({ most: 60 })
  caseNumber: string;
}

export const CITIZEN_CONTACT_KINDS = ['meeting', 'phone', 'video', 'workplace'] as const;
export type CitizenContactKind = (typeof CITIZEN_CONTACT_KINDS)[number];

export class PlanContactDto {
  @IsIn(CITIZEN_CONTACT_KINDS)
  @ApiProperty({ enum: CITIZEN_CONTACT_KINDS, enumName: 'CitizenContactKind' })
  kind: CitizenContactKind;

  /** The day it is planned for, or was held on. */
  @LocalDateField()
  plannedOn: LocalDate;

  /** Where it has been held already. */
  @OptionalLocalDateField()
  heldOn?: LocalDate | null;
}

export class HoldContactDto {
  @LocalDateField()
  heldOn: LocalDate;
}
