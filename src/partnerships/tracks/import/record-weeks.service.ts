import { Injectable } from '@nestjs/common';
import { Clock, Doors, systemActor } from '../../../access/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import { Cipher } from '../../../platform/storage/cipher.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { openTable } from '../../../platform/tables/open-table.js';
import { TableRefusal, type Table, type TableSource } from '../../../platform/tables/table.js';
import { mondayOf } from '../domain/week.js';
import { columnsOf, missingColumns } from '../domain/week-row.js';
import { lockWeeks, mergeWeeks, undoMergedWeeks, type WeekCounts } from './merge-weeks.queries.js';
import { stageWeeks } from './staged-weeks.js';
import { endTrackImport, endUndo, findTrackImport, type ImportKey } from './track-imports.repository.js';
import { keepRejections } from './track-rejections.repository.js';

const bringIn = systemActor('bring in citizens’ weeks');

export interface WeeksRun extends ImportKey {
  /** Where the file is, unless it is stored. */
  readonly source?: TableSource;
  /** Marks the job done, in the transaction of its effects. */
  complete?(tx: Tx): Promise<void>;
}

/** Records the weeks of a file, whoever asked for it: a job of the queue or a command. */
@Injectable()
export class RecordWeeksService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly store: FileStore,
  ) {}

  /** Returns the counts; null where the file cannot be taken, which the import then says. */
  async record(run: WeeksRun): Promise<WeekCounts | null> {
    const { tenantId } = run;
    const wanted = await this.doors.within(bringIn, tenantId, (tx) => findTrackImport(tx, run));
    if (wanted?.state !== 'waiting') return this.end(run, wanted?.fileId ?? null);
    const { fileId, fileBytes } = wanted;
    const source = run.source ?? {
      size: fileBytes,
      open: () => this.store.read(tenantId, fileId ?? ''),
    };
    const table = await openTable(source).catch((error: unknown) => {
      if (error instanceof TableRefusal) return error.code;
      throw error;
    });
    const failure = typeof table === 'string' ? table : unfit(table);
    if (typeof table === 'string' || failure !== null) return this.end(run, fileId, failure ?? 'not-a-table');
    const counts = await this.merge(run, table);
    if (fileId) await this.store.remove(tenantId, fileId);
    return counts;
  }

  /** Puts back what an import changed and nobody has changed since (definitions 3.5). */
  async undo(run: WeeksRun): Promise<void> {
    const { tenantId, id } = run;
    await this.doors.within(bringIn, tenantId, async (tx) => {
      await lockWeeks(tx, tenantId);
      const stored = await findTrackImport(tx, run);
      if (stored?.state === 'undoing') {
        const put = await undoMergedWeeks(tx, { tenantId, importId: id });
        await endUndo(tx, run, { ...put, at: this.clock.now() });
      }
      await run.complete?.(tx);
    });
  }

  private async merge(run: WeeksRun, table: Table): Promise<WeekCounts> {
    const { tenantId, id } = run;
    const columns = columnsOf(table.columns);
    const seal = await this.cipher.sealer(tenantId);
    return this.doors.within(bringIn, tenantId, async (tx) => {
      await lockWeeks(tx, tenantId);
      await stageWeeks(tx, table, columns, mondayOf(this.clock.today()));
      const counts = await mergeWeeks(tx, { tenantId, importId: id, columns });
      await keepRejections(tx, run, seal);
      await endTrackImport(tx, run, { counts, at: this.clock.now() });
      await run.complete?.(tx);
      return counts;
    });
  }

  private async end(run: WeeksRun, fileId: string | null, failure?: string): Promise<null> {
    await this.doors.within(bringIn, run.tenantId, async (tx) => {
      if (failure) await endTrackImport(tx, run, { failure, at: this.clock.now() });
      await run.complete?.(tx);
    });
    if (failure && fileId) await this.store.remove(run.tenantId, fileId);
    return null;
  }
}

const unfit = (table: Table): string | null => {
  const missing = missingColumns(columnsOf(table.columns));
  return missing.length === 0 ? null : 'columns-missing';
};
