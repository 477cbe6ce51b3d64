import { IsUUID } from 'class-validator';
import { defineJob } from '../platform/jobs/job.js';

class OfRequest {
  @IsUUID()
  tenantId: string;
  @IsUUID()
  requestId: string;
}

/** An employee has asked for something. Worked by `notifications`. */
export const requestAsked = defineJob({ name: 'employee-request.asked', payload: OfRequest });
/** Human resources have answered. Worked by `notifications`. */
export const requestDecided = defineJob({ name: 'employee-request.decided', payload: OfRequest });
