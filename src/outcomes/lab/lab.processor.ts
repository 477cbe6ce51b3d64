import { Injectable } from '@nestjs/common';
import { systemActor } from '../../access/index.js';
import type { JobHandler } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { LabReadingService } from './lab-reading.service.js';
import { readLab } from './lab.jobs.js';

@HandlesJob()
@Injectable()
export class LabProcessor implements JobHandler<InstanceType<typeof readLab.payload>> {
  readonly job = readLab;

  constructor(private readonly reading: LabReadingService) {}

  async work(payload: InstanceType<typeof readLab.payload>): Promise<void> {
    await this.reading.read(systemActor('contract lab of a partnership'), payload);
  }
}
