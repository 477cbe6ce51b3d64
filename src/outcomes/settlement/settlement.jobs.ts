import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class OfSettlement {
  @IsUUID()
  partnershipId: string;
  @IsUUID()
  settlementId: string;
}

/** Draws a settlement up from what is known now. */
export const draftSettlement = defineJob({
  name: 'draft-settlement',
  payload: OfSettlement,
  leaseSeconds: 600,
});

/** A signed settlement has been sent to the parties; those who speak for them are told. */
export const settlementSent = defineJob({ name: 'settlement.sent', payload: OfSettlement });
