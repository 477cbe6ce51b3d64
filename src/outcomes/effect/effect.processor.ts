import { Injectable } from '@nestjs/common';
import { systemActor } from '../../access/index.js';
import type { JobHandler } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { EffectEstimationService } from './effect-estimation.service.js';
import { estimateByPlan } from './effect.jobs.js';

@HandlesJob()
@Injectable()
export class EffectProcessor implements JobHandler<InstanceType<typeof estimateByPlan.payload>> {
  readonly job = estimateByPlan;

  constructor(private readonly estimation: EffectEstimationService) {}

  async work(payload: InstanceType<typeof estimateByPlan.payload>): Promise<void> {
    await this.estimation.estimate(systemActor('effect of a partnership'), payload);
  }
}
