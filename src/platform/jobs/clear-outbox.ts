import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { change } from '../database/rows.js';
import { inTransaction } from '../database/transaction.js';
import { defineJob, type JobHandler, type JobRun } from './job.js';
import { HandlesJob } from './registry.js';
import { defineSchedule } from './schedule.js';

class Nothing {}

const BATCH = 10_000;

/** Clears what was done from the outbox after two days, and what was given up after thirty. */
@HandlesJob()
@Injectable()
export class ClearOutbox implements JobHandler<Nothing> {
  readonly job = defineJob({ name: 'clear-outbox', payload: Nothing, merges: true });
  readonly schedule = defineSchedule({ cron: '40 3 * * *' });

  constructor(private readonly source: DataSource) {}

  async work(_payload: Nothing, run: JobRun): Promise<void> {
    await inTransaction(this.source, { system: true }, async (tx) => {
      await change(
        tx,
        `delete from outbox where id in (select id from outbox
           where done_at < now() - interval '2 days' or failed_at < now() - interval '30 days' limit ${BATCH})`,
      );
      await run.complete(tx);
    });
  }
}
