import { Injectable } from '@nestjs/common';
import { FileStore } from '../../platform/storage/file-store.js';
import { openTable } from '../../platform/tables/open-table.js';
import type { Table, TableSource } from '../../platform/tables/table.js';
import { ImportFailure } from './domain/failures.js';

interface Stored {
  readonly tenantId: string;
  readonly fileId: string | null;
  readonly fileBytes: number;
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
}
