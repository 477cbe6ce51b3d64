import { IsInt, IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class AgreedVersion {
  @IsUUID()
  partnershipId: string;
  @IsInt()
  version: number;
}

/** Reads the months before the start once for all, when a version has been agreed. */
export const freezeBaseline = defineJob({
  name: 'freeze-contract-baseline',
  payload: AgreedVersion,
  leaseSeconds: 600,
});
