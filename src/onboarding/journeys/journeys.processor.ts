import { Injectable } from '@nestjs/common';
import { employmentsFollowed } from '../../absence/index.js';
import { Clock, Doors, systemActor } from '../../access/index.js';
import { rows } from '../../platform/database/rows.js';
import type { JobHandler, JobRun } from '../../platform/jobs/job.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { defineSchedule } from '../../platform/jobs/schedule.js';
import { followEmployments } from './follow.queries.js';
import { followIntroductions } from './journeys.jobs.js';

const FOLLOW = systemActor('follow employments with introductions');

@Injectable()
@HandlesJob()
export class FollowIntroductions implements JobHandler<{ tenantId?: string }> {
  readonly job = followIntroductions;
  /** Before the signals are looked at, which read what is overdue. */
  readonly schedule = defineSchedule({ cron: '0 5 * * *' });

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async work({ tenantId }: { tenantId?: string }, run: JobRun): Promise<void> {
    if (tenantId === undefined) return this.everyEmployer(run);
    await this.doors.within(FOLLOW, tenantId, async (tx) => {
      await followEmployments(tx, tenantId, this.clock.today());
      await run.complete(tx);
    });
  }

  private async everyEmployer(run: JobRun): Promise<void> {
    await this.doors.system(FOLLOW.purpose, async (tx) => {
      const employers = await rows<{ id: string }>(tx, `select id from tenants where kind = 'employer'`);
      for (const { id } of employers) await addJob(tx, followIntroductions, { tenantId: id });
      await run.complete(tx);
    });
  }
}

/** A roster has changed employments: their introductions follow at once. */
@Injectable()
@HandlesJob()
export class FollowRoster implements JobHandler<{ tenantId: string }> {
  readonly job = employmentsFollowed;

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async work({ tenantId }: { tenantId: string }, run: JobRun): Promise<void> {
    await this.doors.within(FOLLOW, tenantId, async (tx) => {
      await followEmployments(tx, tenantId, this.clock.today());
      await run.complete(tx);
    });
  }
}
