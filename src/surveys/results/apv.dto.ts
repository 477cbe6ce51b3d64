import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { Language } from '../../access/index.js';
import { LocalDateField, TextField, WhereGiven } from '../../platform/http/fields.js';
import type { LocalDate } from '../../shared/local-date.js';
import { APV_OCCASIONS, type ApvOccasion } from './domain/apv.js';

export class NewApvDto {
  @TextField({ most: 200 })
  title: string;

  @ApiProperty({ enum: APV_OCCASIONS, enumName: 'ApvOccasion' })
  @IsIn(APV_OCCASIONS)
  occasion: ApvOccasion;

  @LocalDateField()
  begunOn: LocalDate;

  /** The round whose answers it rests on. */
  @WhereGiven()
  @IsUUID()
  roundId?: string;
}

export class ApvPhaseDto {
  @LocalDateField()
  doneOn: LocalDate;

  /** What was done, and where it is written down. */
  @TextField({ most: 4000 })
  evidence: string;

  /** Who of the working-environment organisation took part. */
  @TextField({ most: 500 })
  participants: string;
}

export class ApvCompletionDto {
  @LocalDateField()
  completedOn: LocalDate;
}

const LANGUAGES = ['da', 'en'] as const satisfies readonly Language[];

export class ApvDocumentQuery {
  @WhereGiven()
  @IsIn(LANGUAGES)
  @ApiPropertyOptional({ enum: LANGUAGES, enumName: 'Language' })
  language?: Language;
}
