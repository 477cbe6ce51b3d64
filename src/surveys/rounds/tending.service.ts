import { Injectable } from '@nestjs/common';
import { Clock, Doors, systemActor } from '../../access/index.js';
import { change, rows } from '../../platform/database/rows.js';
import type { JobRun } from '../../platform/jobs/job.js';
import { addJob, addJobs } from '../../platform/jobs/outbox.js';
import { ClosingService } from './closing.service.js';
import { openRound, tendRounds } from './rounds.jobs.js';
import { listDue } from './rounds.repository.js';

const ACTOR = systemActor('tend the rounds of surveys');

/** Does what the day calls for, employer by employer. */
@Injectable()
export class TendingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly closing: ClosingService,
  ) {}

  async begin(run: JobRun): Promise<void> {
    await this.doors.system('tend the rounds of every employer', async (tx) => {
      const tenants = await rows<{ id: string }>(tx, 'select id from tenants');
      await addJobs(
        tx,
        tendRounds,
        tenants.map(({ id }) => ({ tenantId: id })),
      );
      await run.complete(tx);
    });
  }

  async tend(tenantId: string, run: JobRun): Promise<void> {
    const due = await this.doors.within(ACTOR, tenantId, (tx) => listDue(tx, tenantId, this.clock.today()));
    for (const { roundId, due: what } of due) {
      if (what === 'close') await this.closing.close(ACTOR, { tenantId, roundId });
      else await this.doors.within(ACTOR, tenantId, (tx) => addJob(tx, openRound, { tenantId, roundId }));
    }
    await this.doors.within(ACTOR, tenantId, async (tx) => {
      // Nobody has been invited to them and nobody will: too few were there to be anonymous.
      await change(
        tx,
        'delete from survey_rounds where tenant_id = $1 and opened_at is null and closes_on < $2::date',
        [tenantId, this.clock.today()],
      );
      await run.complete(tx);
    });
  }
}
