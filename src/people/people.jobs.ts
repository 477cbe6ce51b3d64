import { IsUUID } from 'class-validator';
import { defineJob } from '../platform/jobs/job.js';

class OfTenant {
  @IsUUID()
  tenantId: string;
}

/** Employments of an employer, or their terms, have changed. Worked by `absence`: its figures follow people's units and hours. */
export const employmentsChanged = defineJob({ name: 'employments-changed', payload: OfTenant, merges: true });
