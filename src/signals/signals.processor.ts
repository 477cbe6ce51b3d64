import { Injectable } from '@nestjs/common';
import { absenceChanged } from '../absence/index.js';
import { Doors } from '../access/index.js';
import { rows } from '../platform/database/rows.js';
import type { JobHandler, JobRun } from '../platform/jobs/job.js';
import { addJobs } from '../platform/jobs/outbox.js';
import { HandlesJob } from '../platform/jobs/registry.js';
import { defineSchedule } from '../platform/jobs/schedule.js';
import { lookAtSignals } from './signals.jobs.js';
import { SignalsService } from './signals.service.js';

@Injectable()
@HandlesJob()
export class AbsenceChangedProcessor implements JobHandler<{ tenantId: string }> {
  readonly job = absenceChanged;

  constructor(private readonly signals: SignalsService) {}

  async work({ tenantId }: { tenantId: string }, run: JobRun): Promise<void> {
    await this.signals.look(tenantId, run);
  }
}

@Injectable()
@HandlesJob()
export class LookAtSignalsProcessor implements JobHandler<{ tenantId?: string }> {
  readonly job = lookAtSignals;
  readonly schedule = defineSchedule({ cron: '15 5 * * *' });

  constructor(
    private readonly signals: SignalsService,
    private readonly doors: Doors,
  ) {}

  async work({ tenantId }: { tenantId?: string }, run: JobRun): Promise<void> {
    if (tenantId !== undefined) return this.signals.look(tenantId, run);
    await this.doors.system('look at the signals of every employer', async (tx) => {
      const employers = await rows<{ tenantId: string }>(
        tx,
        `select id as "tenantId" from tenants where kind = 'employer'`,
      );
      await addJobs(tx, lookAtSignals, employers);
      await run.complete(tx);
    });
  }
}
