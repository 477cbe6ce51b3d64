import { Injectable } from '@nestjs/common';
import type { JobHandler, JobRun } from '../../platform/jobs/job.js';
import { addJob, addJobs } from '../../platform/jobs/outbox.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { defineSchedule } from '../../platform/jobs/schedule.js';
import { Doors } from '../doors.js';
import { lookAfterKeys, resealTenant } from './keys.jobs.js';
import { KeysService } from './keys.service.js';

interface OfTenant {
  tenantId: string;
}

@HandlesJob()
@Injectable()
export class ResealTenant implements JobHandler<OfTenant> {
  readonly job = resealTenant;

  constructor(
    private readonly keys: KeysService,
    private readonly doors: Doors,
  ) {}

  async work({ tenantId }: OfTenant, run: JobRun): Promise<void> {
    const done = await this.keys.resealSome(tenantId);
    if (done === 0) {
      await this.keys.retireReplaced(tenantId);
      return;
    }
    await this.doors.system('seal the rest anew', async (tx) => {
      await addJob(tx, resealTenant, { tenantId });
      await run.complete(tx);
    });
  }
}

@HandlesJob()
@Injectable()
export class LookAfterKeys implements JobHandler<object> {
  readonly job = lookAfterKeys;
  readonly schedule = defineSchedule({ cron: '10 3 * * *' });

  constructor(
    private readonly keys: KeysService,
    private readonly doors: Doors,
  ) {}

  async work(_payload: object, run: JobRun): Promise<void> {
    await this.keys.forgetUnusedMasters();
    const tenants = await this.keys.listRotated();
    await this.doors.system('look after keys', async (tx) => {
      await addJobs(
        tx,
        resealTenant,
        tenants.map((tenantId) => ({ tenantId })),
      );
      await run.complete(tx);
    });
  }
}
