import { IsInt, Max, Min } from 'class-validator';
import { OptionalLocalDateField, OptionalTextField, WhereGiven } from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';

/** The whole record as it is to stand. Without `liveFrom` it is kept as a draft and may be incomplete. */
export class RecordGoLiveDto {
  @OptionalTextField({ most: 200 })
  dpiaApprovedBy?: string | null;

  @OptionalLocalDateField()
  dpiaApprovedOn?: LocalDate | null;

  /** The day works council, MED or AMO discussed it. */
  @OptionalLocalDateField()
  worksCouncilOn?: LocalDate | null;

  @OptionalTextField({ most: 200 })
  minutesReference?: string | null;

  /** What the employees were told. */
  @OptionalTextField({ most: 10_000 })
  informedText?: string | null;

  @OptionalLocalDateField()
  informedOn?: LocalDate | null;

  /** Days from informing the employees to the first signal. */
  @WhereGiven()
  @IsInt()
  @Min(0)
  @Max(365)
  noticeDays?: number;

  /** Who is told what. */
  @OptionalTextField({ most: 2_000 })
  recipients?: string | null;

  /** How long what is kept. */
  @OptionalTextField({ most: 2_000 })
  retention?: string | null;

  /** The first day on which signals are raised. */
  @OptionalLocalDateField()
  liveFrom?: LocalDate | null;
}
