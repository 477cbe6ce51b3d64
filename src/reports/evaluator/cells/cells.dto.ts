import { LocalDateField } from '../../../platform/http/fields.js';
import type { LocalDate } from '../../../shared/local-date.js';

/** A whole calendar quarter, half-year or year. */
export class NewCellsDto {
  @LocalDateField()
  from: LocalDate;

  @LocalDateField()
  to: LocalDate;
}
