import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore } from '../../platform/storage/file-store.js';
import { openTable } from '../../platform/tables/open-table.js';
import type { Table, TableRow, TableSource } from '../../platform/tables/table.js';
import { ImportFailure } from './domain/failures.js';

interface Stored {
  readonly tenantId: string;
  readonly fileId: string | null;
  readonly fileBytes: number;
}

const SHOWN_ROWS = 20;
const START_BYTES = 256 * 1024;

const startOf = ({ size, open }: TableSource): TableSource => ({
  size: Math.min(size, START_BYTES),
  open: () => Readable.from(firstBytes(open()), { objectMode: false }),
});

async function* firstBytes(source: Readable): AsyncGenerator<Buffer> {
  let left = START_BYTES;
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk as Uint8Array).subarray(0, left);
    left -= bytes.length;
    yield bytes;
    if (left === 0) return;
  }
}

/** Reads the stored files of imports. */
@Injectable()
export class StoredFiles {
  constructor(private readonly store: FileStore) {}

  /** @throws ImportFailure `file-gone` when the file was kept long enough. */
  sourceOf({ tenantId, fileId, fileBytes }: Stored): TableSource {
    if (fileId === null) throw new ImportFailure('file-gone');
    return { size: fileBytes, open: () => this.store.read(tenantId, fileId) };
  }

  open(stored: Stored): Promise<Table> {
    return openTable(this.sourceOf(stored));
  }

  /** The first rows, as they stand in the file. Of a text only its beginning is read, however long it is. */
  async firstRows(
    stored: Stored & { readonly outline: { readonly format: 'csv' | 'xlsx' } },
  ): Promise<TableRow[]> {
    const whole = this.sourceOf(stored);
    const table = await openTable(stored.outline.format === 'csv' ? startOf(whole) : whole);
    const rows: TableRow[] = [];
    for await (const batch of table.batches()) {
      rows.push(...batch.rows);
      if (rows.length >= SHOWN_ROWS) break;
    }
    return rows.slice(0, SHOWN_ROWS);
  }
}
