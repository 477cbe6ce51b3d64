import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { OptionalLocalDateField, TextField } from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';

/** Why one person is erased, after GDPR art. 17(1): a to e but for consent, which nothing here rests on. */
export const ERASURE_GROUNDS = ['request', 'not-needed', 'objection', 'unlawful', 'legal-duty'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

export class PlaceHoldDto {
  /** What it is needed for; kept sealed. */
  @TextField({ least: 5, most: 1_000 })
  reason: string;

  /** The last day it stands; without one, until it is lifted. */
  @OptionalLocalDateField()
  until?: LocalDate | null;
}

export class ErasePersonDto {
  /** The ground for erasing. It stays in the access log, so it is a choice and no text that could tell of the person. */
  @ApiProperty({ enum: ERASURE_GROUNDS, enumName: 'ErasureGround' })
  @IsIn(ERASURE_GROUNDS)
  ground: ErasureGround;
}
