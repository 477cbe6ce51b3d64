import type { Cipher } from '../../../platform/storage/cipher.js';
import { change, rows, type Tx } from '../../../platform/database/rows.js';
import { cellsOf } from './staged-weeks.js';
import type { ImportKey } from './track-imports.repository.js';

export interface TrackRejection {
  readonly line: number;
  readonly code: string;
  /** The mapped cells as they stood in the file; null once they are gone. */
  readonly cells: Readonly<Record<string, string>> | null;
}

const BATCH = 2000;

/** Keeps the refused rows, sealed; in batches, however many. */
export const keepRejections = async (
  tx: Tx,
  { tenantId, id }: ImportKey,
  seal: Awaited<ReturnType<Cipher['sealer']>>,
): Promise<void> => {
  await tx.query(
    'declare refused no scroll cursor for select line, fault, cells from incoming where fault is not null order by line',
  );
  for (;;) {
    const batch = await rows<{ line: number; fault: string; cells: string }>(
      tx,
      `fetch ${BATCH} from refused`,
    );
    if (batch.length === 0) break;
    await change(
      tx,
      `insert into track_import_rejections (tenant_id, import_id, line, code, row_cipher)
       select $1, $2, * from unnest($3::int[], $4::text[], $5::bytea[])`,
      [
        tenantId,
        id,
        batch.map(({ line }) => line),
        batch.map(({ fault }) => fault),
        batch.map(({ cells }) => seal(Buffer.from(JSON.stringify(cellsOf(cells))))),
      ],
    );
  }
  await tx.query('close refused');
};

export const listRejections = async (
  tx: Tx,
  cipher: Cipher,
  { tenantId, id }: ImportKey,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: TrackRejection[]; readonly total: number }> => {
  const found = await rows<Omit<TrackRejection, 'cells'> & { sealed: Buffer | null; total: number }>(
    tx,
    `select line, code, row_cipher as sealed, count(*) over ()::int as total from track_import_rejections
     where tenant_id = $1 and import_id = $2 order by line limit $3 offset $4`,
    [tenantId, id, page.limit, page.offset],
  );
  const items = await Promise.all(
    found.map(async ({ line, code, sealed }) => ({
      line,
      code,
      cells: await opened(cipher, tenantId, sealed),
    })),
  );
  return { items, total: found[0]?.total ?? 0 };
};

const opened = async (
  cipher: Cipher,
  tenantId: string,
  sealed: Buffer | null,
): Promise<TrackRejection['cells']> =>
  sealed === null
    ? null
    : (JSON.parse((await cipher.open(tenantId, sealed)).toString()) as Record<string, string>);
