import { Injectable } from '@nestjs/common';
import { Clock, Doors, systemActor } from '../../access/index.js';
import { PartnershipsService } from '../../partnerships/index.js';
import type { JobHandler, JobRun } from '../../platform/jobs/job.js';
import { addJob, addJobs } from '../../platform/jobs/outbox.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { defineSchedule } from '../../platform/jobs/schedule.js';
import { buildReport } from '../reports.jobs.js';
import { insertReport } from '../reports.repository.js';
import { dueCut } from './domain/due-cut.js';
import { findDuePacks, orderDuePack } from './packs.jobs.js';
import { hasReport, lockSchedule, scheduledPartnerships } from './packs.repository.js';

/** Every morning. */
@HandlesJob()
@Injectable()
export class FindDuePacks implements JobHandler<object> {
  readonly job = findDuePacks;
  readonly schedule = defineSchedule({ cron: '20 5 * * *' });

  constructor(private readonly doors: Doors) {}

  async work(_payload: object, run: JobRun): Promise<void> {
    await this.doors.system('find partnerships whose packs make themselves', async (tx) => {
      await addJobs(tx, orderDuePack, await scheduledPartnerships(tx));
      await run.complete(tx);
    });
  }
}

@HandlesJob()
@Injectable()
export class OrderDuePack implements JobHandler<{ partnershipId: string }> {
  readonly job = orderDuePack;

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly partnerships: PartnershipsService,
  ) {}

  /** Safe to run again: a cut that has a report gets no other. */
  async work({ partnershipId }: { partnershipId: string }): Promise<void> {
    const actor = systemActor('report to a partnership');
    const terms = await this.partnerships.terms(actor, partnershipId);
    await this.doors.partnership(actor, partnershipId, async (tx) => {
      const schedule = await lockSchedule(tx, partnershipId);
      const due = schedule && dueCut(terms, schedule.cut, this.clock.today());
      if (due && !(await hasReport(tx, partnershipId, due))) {
        const { id } = await insertReport(tx, partnershipId, due, null);
        await addJob(tx, buildReport, { partnershipId, reportId: id });
      }
    });
  }
}
