import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Language } from '../access/index.js';
import { LocalDateField, WhereGiven } from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';

/** A whole calendar quarter, half-year or year that is over. */
export class NewReportDto {
  @LocalDateField()
  from: LocalDate;
  /** Its last day. */
  @LocalDateField()
  to: LocalDate;
}

const LANGUAGES = ['da', 'en'] as const satisfies readonly Language[];

export class DocumentQuery {
  /** The language of the hat unless told. */
  @WhereGiven()
  @IsIn(LANGUAGES)
  @ApiPropertyOptional({ enum: LANGUAGES, enumName: 'Language' })
  language?: Language;
}
