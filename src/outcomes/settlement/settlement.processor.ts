import { Injectable } from '@nestjs/common';
import { systemActor } from '../../access/index.js';
import type { JobHandler } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { SettlementDraftingService } from './settlement-drafting.service.js';
import { draftSettlement } from './settlement.jobs.js';

@HandlesJob()
@Injectable()
export class SettlementProcessor implements JobHandler<InstanceType<typeof draftSettlement.payload>> {
  readonly job = draftSettlement;

  constructor(private readonly drafting: SettlementDraftingService) {}

  async work(payload: InstanceType<typeof draftSettlement.payload>): Promise<void> {
    await this.drafting.draft(systemActor('settlement of a partnership'), payload);
  }
}
