import { Injectable } from '@nestjs/common';
import { defineJob, type JobHandler } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { defineSchedule } from '../../platform/jobs/schedule.js';
import { SealService } from './seal.service.js';

class Nothing {}

/** Seals every tenant's audit, every minute. */
@HandlesJob()
@Injectable()
export class SealAudit implements JobHandler<Nothing> {
  readonly job = defineJob({ name: 'seal-audit', payload: Nothing, merges: true, leaseSeconds: 300 });
  readonly schedule = defineSchedule({ cron: '* * * * *' });

  constructor(private readonly seals: SealService) {}

  async work(): Promise<void> {
    await this.seals.sealAll();
  }
}
