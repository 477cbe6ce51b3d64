import { Injectable } from '@nestjs/common';
import type { JobHandler, JobRun } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { defineSchedule } from '../../platform/jobs/schedule.js';
import { ImportCleanUpService } from './import-clean-up.service.js';
import { ImportReversalService } from './import-reversal.service.js';
import { ImportRunService } from './import-run.service.js';
import {
  analyseImport,
  applyImport,
  cleanUpImports,
  reduceImportFile,
  reverseImport,
} from './imports.jobs.js';

interface OfImport {
  tenantId: string;
  importId: string;
}

const runOf = ({ tenantId, importId: id }: OfImport, { complete }: JobRun) => ({ tenantId, id, complete });

@HandlesJob()
@Injectable()
export class AnalyseImport implements JobHandler<OfImport> {
  readonly job = analyseImport;

  constructor(private readonly runs: ImportRunService) {}

  async work(payload: OfImport, run: JobRun): Promise<void> {
    await this.runs.analyse(runOf(payload, run));
  }
}

@HandlesJob()
@Injectable()
export class ApplyImport implements JobHandler<OfImport> {
  readonly job = applyImport;

  constructor(private readonly runs: ImportRunService) {}

  async work(payload: OfImport, run: JobRun): Promise<void> {
    await this.runs.apply(runOf(payload, run));
  }
}

@HandlesJob()
@Injectable()
export class ReverseImport implements JobHandler<OfImport> {
  readonly job = reverseImport;

  constructor(private readonly reversals: ImportReversalService) {}

  async work(payload: OfImport, run: JobRun): Promise<void> {
    await this.reversals.reverse(runOf(payload, run));
  }
}

@HandlesJob()
@Injectable()
export class ReduceImportFile implements JobHandler<OfImport> {
  readonly job = reduceImportFile;

  constructor(private readonly cleanUps: ImportCleanUpService) {}

  async work(payload: OfImport, run: JobRun): Promise<void> {
    await this.cleanUps.reduceFile(runOf(payload, run));
  }
}

@HandlesJob()
@Injectable()
export class CleanUpImports implements JobHandler<object> {
  readonly job = cleanUpImports;
  readonly schedule = defineSchedule({ cron: '40 2 * * *' });

  constructor(private readonly cleanUps: ImportCleanUpService) {}

  async work(): Promise<void> {
    await this.cleanUps.cleanUp();
  }
}
