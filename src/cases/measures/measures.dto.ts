import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { LocalDateField, OptionalLocalDateField, TextField } from '../../platform/http/fields.js';
import type { LocalDate } from '../../shared/local-date.js';
import { MEASURE_STATUSES, type MeasureStatus } from '../domain/measure.js';

export class MeasureDto {
  /** What was agreed; no persons. */
  @TextField({ most: 500 })
  measure: string;

  @LocalDateField()
  agreedOn: LocalDate;

  /** When it is to be done. */
  @OptionalLocalDateField()
  dueOn?: LocalDate | null;

  @IsIn(MEASURE_STATUSES)
  @ApiProperty({ enum: MEASURE_STATUSES, enumName: 'MeasureStatus' })
  status: MeasureStatus;

  /** The day it was done or dropped. */
  @OptionalLocalDateField()
  settledOn?: LocalDate | null;
}
