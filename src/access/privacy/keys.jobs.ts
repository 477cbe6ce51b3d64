import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class OfTenant {
  @IsUUID()
  tenantId: string;
}

class OfAll {}

/** Seals some of a tenant's values with its newest key, and comes again while there are more. */
export const resealTenant = defineJob({ name: 'reseal-tenant', payload: OfTenant, merges: true });
/** Goes on where values are sealed with a replaced key, and forgets keys that are needed no more; every night. */
export const lookAfterKeys = defineJob({ name: 'look-after-keys', payload: OfAll, merges: true });
