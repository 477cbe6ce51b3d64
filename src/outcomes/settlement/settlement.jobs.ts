import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class Draft {
  @IsUUID()
  partnershipId: string;
  @IsUUID()
  settlementId: string;
}

/** Draws a settlement up from what is known now. */
export const draftSettlement = defineJob({ name: 'draft-settlement', payload: Draft, leaseSeconds: 600 });
