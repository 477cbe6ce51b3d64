import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class OfTenant {
  @IsUUID()
  tenantId: string;
}

class OfAll {}

/** Erases a part of what a tenant has kept long enough, and comes again while there is more. */
export const eraseWhatIsOver = defineJob({ name: 'erase-what-is-over', payload: OfTenant, merges: true });
/** Every tenant's turn; every night. */
export const sweepRetention = defineJob({ name: 'sweep-retention', payload: OfAll, merges: true });
