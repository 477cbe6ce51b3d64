import { Injectable } from '@nestjs/common';
import type { JobHandler, JobRun } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { defineSchedule } from '../../platform/jobs/schedule.js';
import { DeliveryService } from './delivery.service.js';
import { OpeningService } from './opening.service.js';
import { openRound, prepareRound, sendInvitation, tendRounds } from './rounds.jobs.js';
import type { RoundKey } from './rounds.repository.js';
import { TendingService } from './tending.service.js';

@Injectable()
@HandlesJob()
export class TendRoundsProcessor implements JobHandler<{ tenantId?: string }> {
  readonly job = tendRounds;
  readonly schedule = defineSchedule({ cron: '30 6 * * *' });

  constructor(private readonly tending: TendingService) {}

  async work({ tenantId }: { tenantId?: string }, run: JobRun): Promise<void> {
    if (tenantId === undefined) return this.tending.begin(run);
    await this.tending.tend(tenantId, run);
  }
}

@Injectable()
@HandlesJob()
export class PrepareRoundProcessor implements JobHandler<RoundKey> {
  readonly job = prepareRound;

  constructor(private readonly opening: OpeningService) {}

  async work(key: RoundKey): Promise<void> {
    await this.opening.prepare(key);
  }
}

@Injectable()
@HandlesJob()
export class OpenRoundProcessor implements JobHandler<RoundKey> {
  readonly job = openRound;

  constructor(private readonly opening: OpeningService) {}

  async work(key: RoundKey, run: JobRun): Promise<void> {
    await this.opening.open(key, run);
  }
}

@Injectable()
@HandlesJob()
export class SendInvitationProcessor implements JobHandler<{
  tenantId: string;
  invitationId: string;
  again: boolean;
}> {
  readonly job = sendInvitation;

  constructor(private readonly delivery: DeliveryService) {}

  async work(
    sending: { tenantId: string; invitationId: string; again: boolean },
    run: JobRun,
  ): Promise<void> {
    await this.delivery.send(sending, run);
  }
}
