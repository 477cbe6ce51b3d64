import { IsUUID } from 'class-validator';
import { defineJob } from '../../../platform/jobs/job.js';

class Cells {
  @IsUUID()
  partnershipId: string;
  @IsUUID()
  cellsId: string;
}

/** Reads the cells that were ordered, and lets out what the output policy lets out. */
export const buildEvaluatorCells = defineJob({
  name: 'build-evaluator-cells',
  payload: Cells,
  leaseSeconds: 600,
});
