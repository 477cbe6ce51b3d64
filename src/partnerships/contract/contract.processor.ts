import { Injectable } from '@nestjs/common';
import { systemActor } from '../../access/index.js';
import type { JobHandler } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { BaselinesService } from './baselines.service.js';
import { freezeBaseline } from './contract.jobs.js';

@HandlesJob()
@Injectable()
export class ContractProcessor implements JobHandler<InstanceType<typeof freezeBaseline.payload>> {
  readonly job = freezeBaseline;

  constructor(private readonly baselines: BaselinesService) {}

  async work(payload: InstanceType<typeof freezeBaseline.payload>): Promise<void> {
    await this.baselines.freeze(systemActor('baseline of a contract'), payload);
  }
}
