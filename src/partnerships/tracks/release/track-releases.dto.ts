import { LocalDateField, OptionalLocalDateField } from '../../../platform/http/fields.js';
import type { LocalDate } from '../../../shared/local-date.js';

/** A calendar cut. */
export class TrackPeriodDto {
  @LocalDateField()
  from: LocalDate;

  @LocalDateField()
  to: LocalDate;
}

/** Which calendar cut; the last quarter that is over unless told. */
export class TracksQuery {
  @OptionalLocalDateField()
  from?: LocalDate | null;

  @OptionalLocalDateField()
  to?: LocalDate | null;
}
