import { Inject, Injectable } from '@nestjs/common';
import { Doors, systemActor } from '../../access/index.js';
import { change, type Tx } from '../../platform/database/rows.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { KeyGone } from '../../platform/storage/key-store.js';
import { openTable } from '../../platform/tables/open-table.js';
import { TableRefusal, type TableSource } from '../../platform/tables/table.js';
import { ImportCancelled, ImportFailure, type FailureCode } from './domain/failures.js';
import type { ImportState } from './domain/import-state.js';
import { reduceImportFile } from './imports.jobs.js';
import { ImportProgress } from './import-progress.js';
import { runPipeline } from './import-pipeline.js';
import { failImport, moveImport, type ImportCounts, type StoredImport } from './imports.repository.js';
import { StoredFiles } from './stored-files.js';

export interface Run {
  readonly tenantId: string;
  readonly id: string;
  /** Where the file is, unless it is stored. */
  readonly source?: TableSource;
  /** Marks the job done, in the transaction of its effects. */
  complete?(tx: Tx): Promise<void>;
}

interface Step {
  readonly apply: boolean;
  /** Where it begins, also again after a fault of ours or a killed process. */
  readonly from: readonly ImportState[];
  readonly during: ImportState;
  readonly to: ImportState;
}

const ANALYSE: Step = { apply: false, from: ['analysing'], during: 'analysing', to: 'analysed' };
const APPLY: Step = { apply: true, from: ['confirmed', 'applying'], during: 'applying', to: 'applied' };

const TRIES = 3;
/** Somebody else changed the same rows meanwhile: judged anew, it fits. */
const PASSING = new Set(['23505', '23P01', '40001', '40P01']);
const readFiles = systemActor('read files that were imported');

const sqlStateOf = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null) return null;
  if ('driverError' in error) return sqlStateOf(error.driverError);
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
};

/** What a fault says of the file; null when it says nothing and trying again may help. */
const failureOf = (error: unknown): FailureCode | null => {
  if (error instanceof TableRefusal || error instanceof ImportFailure) return error.code;
  if (error instanceof KeyGone) return 'file-gone';
  return null;
};

/** Runs an import, whoever asked for it: a job of the queue or a command. */
@Injectable()
export class ImportRunService {
  constructor(
    private readonly doors: Doors,
    private readonly cipher: Cipher,
    private readonly files: StoredFiles,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** The dry run. @returns null when the import was cancelled or its file cannot be taken */
  analyse(run: Run): Promise<ImportCounts | null> {
    return this.run(run, ANALYSE);
  }

  /** Records what the file brings. @returns null when the import was cancelled or its file cannot be taken */
  apply(run: Run): Promise<ImportCounts | null> {
    return this.run(run, APPLY);
  }

  private async run(run: Run, step: Step): Promise<ImportCounts | null> {
    const wanted = await this.begin(run, step);
    if (!wanted) return this.end(run, null);
    try {
      return await this.retrying(() => this.attempt(wanted, run, step));
    } catch (error) {
      if (error instanceof ImportCancelled) return this.end(run, null);
      const failure = failureOf(error);
      if (failure) return this.end(run, failure);
      await this.doors.within(readFiles, run.tenantId, (tx) =>
        change(tx, `update imports set failure = 'internal' where tenant_id = $1 and id = $2`, [
          run.tenantId,
          run.id,
        ]),
      );
      throw error;
    }
  }

  private begin(run: Run, step: Step): Promise<StoredImport | null> {
    return this.doors.within(readFiles, run.tenantId, (tx) => moveImport(tx, run, step.from, step.during));
  }

  private async end(run: Run, failure: FailureCode | null): Promise<null> {
    await this.doors.within(readFiles, run.tenantId, async (tx) => {
      if (failure) await failImport(tx, run, failure);
      await run.complete?.(tx);
    });
    return null;
  }

  private async attempt(wanted: StoredImport, run: Run, step: Step): Promise<ImportCounts> {
    const began = performance.now();
    const table = await openTable(run.source ?? this.files.sourceOf(wanted));
    const progress = new ImportProgress(this.doors, wanted);
    const counts = await progress.during(() =>
      this.doors.within(readFiles, run.tenantId, async (tx) => {
        const { cipher } = this;
        const found = await runPipeline(tx, { table, wanted, cipher, progress, apply: step.apply });
        await this.finish(tx, wanted, step, { counts: found, rows: progress.rows });
        await run.complete?.(tx);
        return found;
      }),
    );
    const seconds = Math.round(performance.now() - began) / 1000;
    this.runtime.log.info(
      { import: run.id, apply: step.apply, rows: progress.rows, seconds, ...counts },
      'imported',
    );
    return counts;
  }

  /** @throws ImportCancelled when somebody cancelled it in the last moment. */
  private async finish(
    tx: Tx,
    { tenantId, id, fileId, fileBytes, outline, mapping }: StoredImport,
    step: Step,
    { counts, rows }: { readonly counts: ImportCounts; readonly rows: number },
  ): Promise<void> {
    const finished = await change(
      tx,
      `update imports set state = $3, counts = $4, rows_read = $5, bytes_read = $6,
         finished_at = case when $3 = 'applied' then now() end
       where tenant_id = $1 and id = $2 and state = $7`,
      [tenantId, id, step.to, JSON.stringify(counts), rows, fileBytes, step.during],
    );
    if (finished === 0) throw new ImportCancelled('cancelled at the end');
    const hasMore = outline.columns.length > Object.keys(mapping.columns).length;
    if (step.apply && fileId && hasMore) await addJob(tx, reduceImportFile, { tenantId, importId: id });
  }

  private async retrying<T>(attempt: () => Promise<T>): Promise<T> {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await attempt();
      } catch (error) {
        if (left === 1 || !PASSING.has(sqlStateOf(error) ?? '')) throw error;
      }
    }
  }
}
