import { IsOptional, IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class OfTenantOrAll {
  /** Left out by the nightly run, which sees to every employer. */
  @IsOptional()
  @IsUUID()
  tenantId?: string;
}

/** Lets introductions follow the employments of an employer; every night for every employer. */
export const followIntroductions = defineJob({
  name: 'follow-introductions',
  payload: OfTenantOrAll,
  merges: true,
  leaseSeconds: 600,
});
