import { IsUUID } from 'class-validator';
import { defineJob } from '../platform/jobs/job.js';

class Pack {
  @IsUUID()
  partnershipId: string;
  @IsUUID()
  reportId: string;
}

/** A pack that nobody has asked for has been made; those who take part are told. */
export const packReady = defineJob({ name: 'pack.ready', payload: Pack });
