import { Injectable } from '@nestjs/common';
import type { JobHandler, JobRun } from '../../../platform/jobs/job.js';
import { HandlesJob } from '../../../platform/jobs/registry.js';
import { RecordWeeksService } from './record-weeks.service.js';
import { recordWeeks, undoWeeks } from './track-imports.jobs.js';

interface OfTrackImport {
  tenantId: string;
  importId: string;
}

const runOf = ({ tenantId, importId: id }: OfTrackImport, { complete }: JobRun) => ({
  tenantId,
  id,
  complete,
});

@HandlesJob()
@Injectable()
export class RecordWeeks implements JobHandler<OfTrackImport> {
  readonly job = recordWeeks;

  constructor(private readonly weeks: RecordWeeksService) {}

  async work(payload: OfTrackImport, run: JobRun): Promise<void> {
    await this.weeks.record(runOf(payload, run));
  }
}

@HandlesJob()
@Injectable()
export class UndoWeeks implements JobHandler<OfTrackImport> {
  readonly job = undoWeeks;

  constructor(private readonly weeks: RecordWeeksService) {}

  async work(payload: OfTrackImport, run: JobRun): Promise<void> {
    await this.weeks.undo(runOf(payload, run));
  }
}
