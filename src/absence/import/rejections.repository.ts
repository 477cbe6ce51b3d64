import type { Cipher } from '../../platform/storage/cipher.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { ImportField } from './domain/fields.js';
import type { MappedField } from './domain/mapping.js';
import { CELL_SEPARATOR } from './staged-rows.js';

/** A remark on one row of a file. */
export interface Remark {
  readonly line: number;
  readonly severity: 'rejected' | 'warning';
  readonly code: string;
  /** The field at fault, where one is. */
  readonly field: string | null;
  /** The mapped cells as they stand in the file; null once they are gone. */
  readonly cells: Readonly<Record<string, string>> | null;
}

interface StagedRemark extends Omit<Remark, 'cells'> {
  readonly cells: string;
}

const BATCH = 2000;

/** Remarks of reading, then of judging. A refused row has one, a row that is kept may have several. */
const REMARKS = `
  declare remarks no scroll cursor for
  select i.line, x.severity, x.code, i.field, i.cells
  from incoming i left join judged j on j.line = i.line
  cross join lateral (values ('rejected', coalesce(i.fault, j.fault)), ('warning', case when j.fault is null then i.remark end),
    ('warning', case when j.fault is null then j.warning end)) as x (severity, code)
  where x.code is not null and (i.fault is not null or i.remark is not null or j.fault is not null or j.warning is not null)`;

const SAVE = `
  insert into import_rejections (tenant_id, import_id, line, severity, code, row_cipher)
  select $1, $2, * from unnest($3::int[], $4::text[], $5::text[], $6::bytea[])`;

type Seal = Awaited<ReturnType<Cipher['sealer']>>;

const sealed = (seal: Seal, field: string | null, cells: Readonly<Record<string, string>>): Buffer =>
  seal(Buffer.from(JSON.stringify({ field, cells })));

const cellsOf = (cells: string, fields: readonly MappedField[]): Record<string, string> =>
  Object.fromEntries(
    cells.split(CELL_SEPARATOR).map((cell, index) => [fields[index]?.field ?? `${index}`, cell]),
  );

/**
 * Keeps the remarks on the staged rows, sealed, in place of those of an earlier run; in batches, however many.
 * @returns how many rows were rejected and how many warnings there are
 */
export const keepRemarks = async (
  tx: Tx,
  target: { readonly tenantId: string; readonly importId: string; readonly fields: readonly MappedField[] },
  seal: Seal,
): Promise<{ rejected: number; warnings: number }> => {
  const { tenantId, importId, fields } = target;
  await change(tx, 'delete from import_rejections where tenant_id = $1 and import_id = $2', [
    tenantId,
    importId,
  ]);
  await tx.query(REMARKS);
  const kept = { rejected: 0, warnings: 0 };
  for (;;) {
    const batch = await rows<StagedRemark>(tx, `fetch ${BATCH} from remarks`);
    if (batch.length === 0) break;
    const ciphers = batch.map(({ field, cells }) => sealed(seal, field, cellsOf(cells, fields)));
    const column = <Key extends keyof StagedRemark>(key: Key) => batch.map((remark) => remark[key]);
    await change(tx, SAVE, [tenantId, importId, column('line'), column('severity'), column('code'), ciphers]);
    const rejected = batch.filter(({ severity }) => severity === 'rejected').length;
    kept.rejected += rejected;
    kept.warnings += batch.length - rejected;
  }
  await tx.query('close remarks');
  return kept;
};

/** Adds remarks that stand for no line of the file, behind those there are. */
export const addRemarks = async (
  tx: Tx,
  target: { readonly tenantId: string; readonly importId: string },
  code: string,
  every: readonly Readonly<Partial<Record<ImportField, string>>>[],
  seal: Seal,
): Promise<void> => {
  const ciphers = every.map((cells) => sealed(seal, null, cells));
  await change(
    tx,
    `insert into import_rejections (tenant_id, import_id, line, severity, code, row_cipher)
     select $1, $2, place, 'warning', $3, cipher from unnest($4::bytea[]) with ordinality as x (cipher, place)`,
    [target.tenantId, target.importId, code, ciphers],
  );
};

interface SealedRemark extends Omit<Remark, 'field' | 'cells'> {
  readonly cipher: Buffer | null;
}

const opened = async (
  cipher: Cipher,
  tenantId: string,
  { cipher: bytes, ...remark }: SealedRemark,
): Promise<Remark> => {
  if (!bytes) return { ...remark, field: null, cells: null };
  const content = JSON.parse((await cipher.open(tenantId, bytes)).toString()) as Pick<
    Remark,
    'field' | 'cells'
  >;
  return { ...remark, field: content.field, cells: content.cells };
};

export interface RemarkPage {
  readonly limit: number;
  readonly offset: number;
  readonly severity: 'rejected' | 'warning' | null;
}

const OF_IMPORT = 'tenant_id = $1 and import_id = $2 and ($3::text is null or severity = $3)';

export const listRemarks = async (
  tx: Tx,
  cipher: Cipher,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  page: RemarkPage,
): Promise<{ readonly items: Remark[]; readonly total: number }> => {
  const found = await rows<SealedRemark>(
    tx,
    `select line, severity, code, row_cipher as cipher from import_rejections where ${OF_IMPORT}
     order by line, code limit $4 offset $5`,
    [tenantId, id, page.severity, page.limit, page.offset],
  );
  const counted = await row<{ total: number }>(
    tx,
    `select count(*) as total from import_rejections where ${OF_IMPORT}`,
    [tenantId, id, page.severity],
  );
  return {
    items: await Promise.all(found.map((remark) => opened(cipher, tenantId, remark))),
    total: counted?.total ?? 0,
  };
};
