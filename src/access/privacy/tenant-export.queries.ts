import { rows, type Tx } from '../../platform/database/rows.js';
import type { Cipher } from '../../platform/storage/cipher.js';
import type { CsvValue } from '../../platform/documents/csv.js';

const BATCH = 2_000;

interface Column {
  readonly name: string;
  readonly sealed: boolean;
}
export interface ExportTable {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Tables with a tenant in them that its door can read. */
export const exportTables = async (tx: Tx): Promise<ExportTable[]> => {
  const found = await rows<{ name: string; columns: string[] }>(
    tx,
    `select class.relname as name, array_agg(attribute.attname::text order by attribute.attnum) as columns
     from pg_class class join pg_attribute attribute on attribute.attrelid = class.oid
     where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p') and attribute.attnum > 0
       and not attribute.attisdropped group by class.relname having bool_or(attribute.attname = 'tenant_id') order by 1`,
  );
  return found.map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => ({ name: column, sealed: column.endsWith('_cipher') })),
  }));
};

/** A tenant's rows of a table in batches, as text; what is sealed is opened. */
export async function* exportRows(
  tx: Tx,
  cipher: Cipher,
  tenantId: string,
  { name, columns }: ExportTable,
): AsyncGenerator<CsvValue[]> {
  const cells = columns.map((column) => (column.sealed ? column.name : `${column.name}::text`)).join(', ');
  await tx.query(
    `declare exported no scroll cursor for select ${cells} from ${name} where tenant_id = '${tenantId}'`,
  );
  for (;;) {
    const batch = await rows<Record<string, string | Buffer | null>>(tx, `fetch ${BATCH} from exported`);
    for (const found of batch) {
      const opened = columns.map(async ({ name: column }): Promise<string | null> => {
        const cell = found[column] ?? null;
        return typeof cell === 'object' && cell !== null ? cipher.openText(tenantId, cell) : cell;
      });
      yield await Promise.all(opened);
    }
    if (batch.length < BATCH) break;
  }
  await tx.query('close exported');
}
