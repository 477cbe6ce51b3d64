import { Injectable } from '@nestjs/common';
import { Clock, Doors } from '../access/index.js';
import { change } from '../platform/database/rows.js';
import { defineJob, type JobHandler, type JobRun } from '../platform/jobs/job.js';
import { HandlesJob } from '../platform/jobs/registry.js';
import { defineSchedule } from '../platform/jobs/schedule.js';

class Nothing {}

/** A mail holds counts and no person; it is kept as long as somebody may ask whether it was sent. */
const KEEP_DAYS = 90;
const DAY_MS = 86_400_000;
const BATCH = 10_000;

/** Clears mails some time after they were sent; every night. */
@HandlesJob()
@Injectable()
export class ClearMails implements JobHandler<Nothing> {
  readonly job = defineJob({ name: 'clear-mails', payload: Nothing, merges: true });
  readonly schedule = defineSchedule({ cron: '50 3 * * *' });

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async work(_payload: Nothing, run: JobRun): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_DAYS * DAY_MS);
    await this.doors.system('clear mails that were sent', async (tx) => {
      await change(
        tx,
        'delete from mails where id = any (array(select id from mails where sent_at < $1 limit $2))',
        [before, BATCH],
      );
      await run.complete(tx);
    });
  }
}
