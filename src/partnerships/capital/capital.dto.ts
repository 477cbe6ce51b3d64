import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsOere, LocalDateField, TextField, WhereGiven } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Oere } from '../../shared/money.js';
import { CAPITAL_KINDS, SPENT_ON, type CapitalKind, type SpentOn } from '../domain/capital.js';

export class CapitalQuery extends PageQuery {
  @WhereGiven()
  @IsIn(CAPITAL_KINDS)
  @ApiProperty({ enum: CAPITAL_KINDS, enumName: 'CapitalKind', required: false })
  kind?: CapitalKind;
}

export class NewCapitalEntryDto {
  @IsIn(CAPITAL_KINDS)
  @ApiProperty({ enum: CAPITAL_KINDS, enumName: 'CapitalKind' })
  kind: CapitalKind;

  /** Of what is spent, and only of that. */
  @IsOptional()
  @IsIn(SPENT_ON)
  @ApiProperty({ enum: SPENT_ON, enumName: 'SpentOn', required: false, nullable: true })
  purpose: SpentOn | null = null;

  /** Who paid. */
  @IsUUID()
  partyId: string;

  @IsOere({ least: 1 })
  amount: Oere;

  @LocalDateField()
  onDay: LocalDate;

  @TextField({ most: 300 })
  note: string;
}

/** Why an entry is taken back. */
export class ReversalDto {
  @TextField({ most: 300 })
  note: string;
}
