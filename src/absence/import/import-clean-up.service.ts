import { Injectable } from '@nestjs/common';
import { Clock, Doors, retentionDays, systemActor } from '../../access/index.js';
import { change, rows } from '../../platform/database/rows.js';
import { writeCsv } from '../../platform/documents/csv.js';
import { FileStore } from '../../platform/storage/file-store.js';
import type { Table } from '../../platform/tables/table.js';
import { mappedFields, type MappedField } from './domain/mapping.js';
import type { Run } from './import-run.service.js';
import { findImport } from './imports.repository.js';
import { StoredFiles } from './stored-files.js';

const DAY_MS = 86_400_000;
const cleanUp = systemActor('keep payroll files no longer than needed');

/** Imports that nobody took up in the time files are kept count as given up. */
const GIVE_UP = `
  update imports set state = 'cancelled', finished_at = now()
  where tenant_id = $1 and state in ('uploaded', 'analysed') and created_at < $2`;

/** A file that was given up is needed no more; others go with the retention schedule. */
const GIVEN_UP = `
  select id, file_id as "fileId" from imports where tenant_id = $1 and file_id is not null and state = 'cancelled'`;

/** Keeps of files only what is needed, and that no longer than needed. */
@Injectable()
export class ImportCleanUpService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly files: StoredFiles,
  ) {}

  /** Every employer's files that were given up, and those that no import knows of. */
  async cleanUp(): Promise<void> {
    const employers = await this.doors.system(cleanUp.purpose, (tx) =>
      rows<{ id: string }>(tx, `select id from tenants where kind = 'employer'`),
    );
    for (const { id } of employers) await this.cleanUpOf(id);
  }

  /** Rewrites the file of an applied import with its mapped columns alone (definitions 3.6). */
  async reduceFile(run: Run): Promise<void> {
    const { tenantId, id } = run;
    const stored = await this.doors.within(cleanUp, tenantId, (tx) => findImport(tx, tenantId, id));
    if (!stored?.fileId || stored.state !== 'applied')
      return this.doors.within(cleanUp, tenantId, async (tx) => run.complete?.(tx));
    const table = await this.files.open(stored);
    const fields = mappedFields(stored.kind, stored.mapping, stored.outline.columns);
    const columns = fields.map(({ index }) => stored.outline.columns[index] ?? '');
    const reduced = await this.store.write(tenantId, writeCsv(columns, cellsOf(table, fields)));
    await this.doors.within(cleanUp, tenantId, async (tx) => {
      await change(
        tx,
        `update imports set file_id = $3, file_bytes = $4, outline = outline || $5
         where tenant_id = $1 and id = $2 and file_id = $6`,
        [tenantId, id, reduced.id, reduced.bytes, JSON.stringify({ ...AS_WRITTEN, columns }), stored.fileId],
      );
      await run.complete?.(tx);
    });
    await this.store.remove(tenantId, stored.fileId);
  }

  private async cleanUpOf(tenantId: string): Promise<void> {
    const due = await this.doors.within(cleanUp, tenantId, async (tx) => {
      const days = await retentionDays(tx, tenantId, 'import-files');
      await change(tx, GIVE_UP, [tenantId, new Date(this.clock.now().getTime() - days * DAY_MS)]);
      return rows<{ id: string; fileId: string }>(tx, GIVEN_UP, [tenantId]);
    });
    for (const { id, fileId } of due) {
      await this.store.remove(tenantId, fileId);
      await this.doors.within(cleanUp, tenantId, (tx) =>
        change(tx, 'update imports set file_id = null where tenant_id = $1 and id = $2', [tenantId, id]),
      );
    }
    await this.removeStrays(tenantId);
  }

  /** Files of uploads, and of whoever else writes some, that broke off before they were recorded. */
  private async removeStrays(tenantId: string): Promise<void> {
    const old = await this.store.listOlderThan(tenantId, new Date(Date.now() - DAY_MS));
    const known = await this.doors.within(cleanUp, tenantId, (tx) =>
      rows<{ id: string }>(
        tx,
        `select file_id as id from imports where tenant_id = $1 and file_id = any ($2)
         union all select file_id from kept_files where tenant_id = $1 and file_id = any ($2)`,
        [tenantId, old],
      ),
    );
    const kept = new Set(known.map(({ id }) => id));
    for (const id of old) if (!kept.has(id)) await this.store.remove(tenantId, id);
  }
}

const AS_WRITTEN = { format: 'csv', encoding: 'utf-8', separator: ';', sheet: null } as const;

async function* cellsOf(table: Table, fields: readonly MappedField[]): AsyncGenerator<string[]> {
  for await (const batch of table.batches()) {
    for (const { cells } of batch.rows) yield fields.map(({ index }) => cells[index] ?? '');
  }
}
