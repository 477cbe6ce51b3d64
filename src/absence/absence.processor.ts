import { Injectable } from '@nestjs/common';
import { Clock, Doors, systemActor } from '../access/index.js';
import { unitTreeChanged } from '../organisations/index.js';
import { employmentsChanged } from '../people/index.js';
import { change, rows, type Tx } from '../platform/database/rows.js';
import type { JobHandler, JobRun } from '../platform/jobs/job.js';
import { addJob } from '../platform/jobs/outbox.js';
import { HandlesJob } from '../platform/jobs/registry.js';
import { defineSchedule } from '../platform/jobs/schedule.js';
import { absenceChanged, employmentsFollowed, refreshMonthFacts } from './absence.jobs.js';
import { forgetFacts, markRunningSpells, refreshFacts } from './month-facts.queries.js';

const keepFigures = systemActor('keep figures up to date');

@HandlesJob()
@Injectable()
export class RefreshMonthFacts implements JobHandler<{ tenantId?: string }> {
  readonly job = refreshMonthFacts;
  readonly schedule = defineSchedule({ cron: '10 1 * * *' });

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async work({ tenantId }: { tenantId?: string }, run: JobRun): Promise<void> {
    if (tenantId === undefined) return this.everyEmployer(run);
    await this.doors.within(keepFigures, tenantId, async (tx) => {
      await refreshFacts(tx, tenantId, this.clock.today());
      await run.complete(tx);
    });
  }

  private async everyEmployer(run: JobRun): Promise<void> {
    const employers = await this.doors.system(keepFigures.purpose, (tx) =>
      rows<{ id: string }>(tx, `select id from tenants where kind = 'employer'`),
    );
    for (const { id: tenantId } of employers) {
      await this.doors.within(keepFigures, tenantId, async (tx) => {
        await markRunningSpells(tx, tenantId, this.clock.today());
        await addJob(tx, refreshMonthFacts, { tenantId });
      });
    }
    await this.doors.system(keepFigures.purpose, (tx) => run.complete(tx));
  }
}

/** Works an event of a lower domain in its tenant. */
abstract class FollowsChange implements JobHandler<{ tenantId: string }> {
  abstract readonly job: JobHandler<{ tenantId: string }>['job'];

  constructor(private readonly doors: Doors) {}

  async work({ tenantId }: { tenantId: string }, run: JobRun): Promise<void> {
    await this.doors.within(keepFigures, tenantId, async (tx) => {
      await this.follow(tx, tenantId);
      await run.complete(tx);
    });
  }

  protected abstract follow(tx: Tx, tenantId: string): Promise<void>;
}

@HandlesJob()
@Injectable()
export class FollowEmployments extends FollowsChange {
  readonly job = employmentsChanged;

  constructor(doors: Doors) {
    super(doors);
  }

  protected async follow(tx: Tx, tenantId: string): Promise<void> {
    await forgetFacts(tx, tenantId);
    await addJob(tx, refreshMonthFacts, { tenantId });
    await addJob(tx, absenceChanged, { tenantId });
    await addJob(tx, employmentsFollowed, { tenantId });
  }
}

@HandlesJob()
@Injectable()
export class FollowUnitTree extends FollowsChange {
  readonly job = unitTreeChanged;

  constructor(doors: Doors) {
    super(doors);
  }

  protected async follow(tx: Tx, tenantId: string): Promise<void> {
    await change(tx, 'delete from overviews where tenant_id = $1', [tenantId]);
  }
}
