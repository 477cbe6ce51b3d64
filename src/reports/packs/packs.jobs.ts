import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class Scheduled {
  @IsUUID()
  partnershipId: string;
}

/** Orders the pack of a partnership's last cut, where it has none. */
export const orderDuePack = defineJob({ name: 'order-due-pack', payload: Scheduled, merges: true });

class Nothing {}

/** Looks through the partnerships whose packs make themselves. */
export const findDuePacks = defineJob({ name: 'find-due-packs', payload: Nothing, merges: true });
