import { change, type Tx } from '../../platform/database/rows.js';

/** Names a file that is no import's, so that the clearing of strays leaves it alone. */
export const keepFile = (tx: Tx, tenantId: string, fileId: string): Promise<number> =>
  change(tx, 'insert into kept_files (tenant_id, file_id) values ($1, $2) on conflict do nothing', [
    tenantId,
    fileId,
  ]);

export const forgetFile = (tx: Tx, tenantId: string, fileId: string): Promise<number> =>
  change(tx, 'delete from kept_files where tenant_id = $1 and file_id = $2', [tenantId, fileId]);
