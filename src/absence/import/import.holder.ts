import { Injectable } from '@nestjs/common';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  type HeldSection,
  type RetentionCut,
} from '../../access/index.js';
import { change, count, rows, type Tx } from '../../platform/database/rows.js';
import { FileStore } from '../../platform/storage/file-store.js';

/** Files of imports that ended before the cut (definitions 3.6). */
const FILES = `
  select id, file_id as "fileId" from imports
  where tenant_id = $1 and file_id is not null
    and state in ('cancelled', 'applied', 'failed', 'undone') and coalesce(finished_at, created_at) < $2::date`;

const REFUSED_ROWS = `
  select r.ctid from import_rejections r
  join imports i on i.tenant_id = r.tenant_id and i.id = r.import_id
  where r.tenant_id = $1 and r.row_cipher is not null and coalesce(i.finished_at, i.created_at) < $2::date`;

/**
 * Refused rows and raw files are sealed and name nobody but inside; they go as a whole after their time, and a person's
 * rows are not picked out of them.
 */
@HoldsPersonalData()
@Injectable()
export class ImportHolder extends PersonalDataHolder {
  override readonly domain = 'imports';
  override readonly tables = ['imports', 'import_rejections'];
  override readonly classes = ['import-files'] as const;

  constructor(private readonly store: FileStore) {
    super();
  }

  override describe(): Promise<HeldSection[]> {
    return Promise.resolve([]);
  }

  override async due(tx: Tx, { tenantId, before }: RetentionCut): Promise<number> {
    const cut = [tenantId, before];
    return (await count(tx, FILES, cut)) + (await count(tx, REFUSED_ROWS, cut));
  }

  override async erase(tx: Tx, { tenantId, before }: RetentionCut, limit: number): Promise<number> {
    const files = await rows<{ id: string; fileId: string }>(tx, `${FILES} limit $3`, [
      tenantId,
      before,
      limit,
    ]);
    // A file is gone before its row says so: one that fails half way is removed again the next time.
    for (const { fileId } of files) await this.store.remove(tenantId, fileId);
    await change(tx, 'update imports set file_id = null where tenant_id = $1 and id = any ($2)', [
      tenantId,
      files.map(({ id }) => id),
    ]);
    if (files.length === limit) return limit;
    return (
      files.length +
      (await change(
        tx,
        `update import_rejections set row_cipher = null
         where tenant_id = $1 and ctid = any (array(${REFUSED_ROWS} limit $3))`,
        [tenantId, before, limit],
      ))
    );
  }

  override async erasePerson(): Promise<void> {}
}
