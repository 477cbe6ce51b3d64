import { OptionalLocalDateField, TextField } from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';

export class PlaceHoldDto {
  /** What it is needed for; kept sealed. */
  @TextField({ least: 5, most: 1_000 })
  reason: string;

  /** The last day it stands; without one, until it is lifted. */
  @OptionalLocalDateField()
  until?: LocalDate | null;
}

export class ErasePersonDto {
  /** The ground for erasing, as the request or the decision says; no particulars of a person. */
  @TextField({ least: 5, most: 300 })
  ground: string;
}
