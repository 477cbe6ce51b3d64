import { IsUUID } from 'class-validator';
import { defineJob } from '../platform/jobs/job.js';

class OfTenant {
  @IsUUID()
  tenantId: string;
}

/** Units of an employer were renamed, moved, opened or closed. Worked by `absence`, whose overview names them. */
export const unitTreeChanged = defineJob({ name: 'unit-tree-changed', payload: OfTenant, merges: true });
