import { IsUUID } from 'class-validator';
import { defineJob } from '../../../platform/jobs/job.js';

class OfTrackImport {
  @IsUUID()
  tenantId: string;

  @IsUUID()
  importId: string;
}

/** Records the weeks that a file brings. */
export const recordWeeks = defineJob({ name: 'record-weeks', queue: 'imports', payload: OfTrackImport });
/** Puts back what an import of weeks changed. */
export const undoWeeks = defineJob({ name: 'undo-weeks', queue: 'imports', payload: OfTrackImport });
