import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/index.js';
import type { JobHandler } from '../platform/jobs/job.js';
import { HandlesJob } from '../platform/jobs/registry.js';
import { ReportBuildingService } from './report-building.service.js';
import { buildReport } from './reports.jobs.js';

@HandlesJob()
@Injectable()
export class ReportsProcessor implements JobHandler<InstanceType<typeof buildReport.payload>> {
  readonly job = buildReport;

  constructor(private readonly building: ReportBuildingService) {}

  async work(payload: InstanceType<typeof buildReport.payload>): Promise<void> {
    await this.building.build(systemActor('report to a partnership'), payload);
  }
}
