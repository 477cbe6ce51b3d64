import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/database/rows.js';
import type { JobHandler, JobRun } from '../../platform/jobs/job.js';
import { addJob, addJobs } from '../../platform/jobs/outbox.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { defineSchedule } from '../../platform/jobs/schedule.js';
import { Doors } from '../doors.js';
import { eraseWhatIsOver, sweepRetention } from './retention.jobs.js';
import { RetentionService } from './retention.service.js';

interface OfTenant {
  tenantId: string;
}

@HandlesJob()
@Injectable()
export class EraseWhatIsOver implements JobHandler<OfTenant> {
  readonly job = eraseWhatIsOver;

  constructor(
    private readonly retention: RetentionService,
    private readonly doors: Doors,
  ) {}

  async work({ tenantId }: OfTenant, run: JobRun): Promise<void> {
    const more = await this.retention.sweep(tenantId);
    await this.doors.system('erase the rest of what is over', async (tx) => {
      if (more) await addJob(tx, eraseWhatIsOver, { tenantId });
      await run.complete(tx);
    });
  }
}

@HandlesJob()
@Injectable()
export class SweepRetention implements JobHandler<object> {
  readonly job = sweepRetention;
  readonly schedule = defineSchedule({ cron: '20 2 * * *' });

  constructor(private readonly doors: Doors) {}

  async work(_payload: object, run: JobRun): Promise<void> {
    await this.doors.system('erase what every tenant has kept long enough', async (tx) => {
      const tenants = await rows<{ tenantId: string }>(tx, 'select id as "tenantId" from tenants');
      await addJobs(tx, eraseWhatIsOver, tenants);
      await run.complete(tx);
    });
  }
}
