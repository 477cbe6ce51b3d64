import { IsUUID } from 'class-validator';
import { defineJob } from '../platform/jobs/job.js';

class Report {
  @IsUUID()
  partnershipId: string;
  @IsUUID()
  reportId: string;
}

/** Makes the content of a report that has been asked for. */
export const buildReport = defineJob({ name: 'build-report', payload: Report, leaseSeconds: 600 });
