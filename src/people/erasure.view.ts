import { ApiProperty } from '@nestjs/swagger';

/** A legal hold: what it is about is not erased while it stands. */
export class LegalHoldView {
  id: string;
  personId: string | null;
  personName: string | null;
  caseId: string | null;
  reason: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  until: string | null;
  placedAt: Date;
  placedBy: string;
}

export class LegalHoldsView {
  items: LegalHoldView[];
}
