import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class Lab {
  @IsUUID()
  partnershipId: string;
  @IsUUID()
  labId: string;
}

/** Reads the figures of a lab's workplaces, employer by employer. */
export const readLab = defineJob({ name: 'read-lab', payload: Lab, leaseSeconds: 600 });
