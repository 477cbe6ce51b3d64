import { Injectable } from '@nestjs/common';
import { systemActor } from '../../access/index.js';
import type { JobHandler, JobRun } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { forgetUnusedKeys } from '../rounds/closing.service.js';
import { roundClosed } from '../rounds/rounds.jobs.js';
import { FreezingService } from './freezing.service.js';

@HandlesJob()
@Injectable()
export class ResultsProcessor implements JobHandler<InstanceType<typeof roundClosed.payload>> {
  readonly job = roundClosed;

  constructor(private readonly freezing: FreezingService) {}

  async work({ tenantId, roundId }: InstanceType<typeof roundClosed.payload>, run: JobRun): Promise<void> {
    const actor = systemActor('freeze the results of a survey');
    await this.freezing.freeze(actor, { tenantId, roundId }, async (tx) => {
      await forgetUnusedKeys(tx, { tenantId, roundId });
      await run.complete(tx);
    });
  }
}
