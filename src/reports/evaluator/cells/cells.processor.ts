import { Injectable } from '@nestjs/common';
import { systemActor } from '../../../access/index.js';
import type { JobHandler } from '../../../platform/jobs/job.js';
import { HandlesJob } from '../../../platform/jobs/registry.js';
import { CellsBuildingService } from './cells-building.service.js';
import { buildEvaluatorCells } from './cells.jobs.js';

@HandlesJob()
@Injectable()
export class CellsProcessor implements JobHandler<InstanceType<typeof buildEvaluatorCells.payload>> {
  readonly job = buildEvaluatorCells;

  constructor(private readonly building: CellsBuildingService) {}

  async work(payload: InstanceType<typeof buildEvaluatorCells.payload>): Promise<void> {
    await this.building.build(systemActor('cells for the evaluator of a partnership'), payload);
  }
}
