import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class Estimate {
  @IsUUID()
  partnershipId: string;
  @IsUUID()
  estimateId: string;
}

/** Tells an effect by its plan from what is known now. */
export const estimateByPlan = defineJob({ name: 'estimate-effect', payload: Estimate, leaseSeconds: 600 });
