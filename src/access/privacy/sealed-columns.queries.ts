import { change, rows, type Tx } from '../../platform/database/rows.js';
import { keyIdOf } from '../../platform/storage/cipher.js';

/** A column of sealed values; every one's name ends in `_cipher`, and `test/architecture` holds them to it. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
}

export const sealedColumns = (tx: Tx): Promise<SealedColumn[]> =>
  rows<SealedColumn>(
    tx,
    `select class.relname as table, attribute.attname as column
     from pg_attribute attribute join pg_class class on class.oid = attribute.attrelid
     where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p') and not attribute.attisdropped
       and attribute.atttypid = 'bytea'::regtype and attribute.attname like '%\\_cipher' order by 1, 2`,
  );

/** How many values of a tenant each key has sealed. */
export const countByKey = async (tx: Tx, tenantId: string): Promise<Map<string, number>> => {
  const counted = new Map<string, number>();
  for (const { table, column } of await sealedColumns(tx)) {
    const found = await rows<{ keyId: string; values: number }>(
      tx,
      `select ${keyIdOf(column)} as "keyId", count(*) as values from ${table}
       where tenant_id = $1 and octet_length(${column}) > 0 group by 1`,
      [tenantId],
    );
    for (const { keyId, values } of found) counted.set(keyId, (counted.get(keyId) ?? 0) + values);
  }
  return counted;
};

/**
 * Seals at most so many values of a column anew that another key than this one sealed; rows that somebody is changing
 * are left for the next time. Returns how many.
 */
export const resealColumn = async (
  tx: Tx,
  { table, column }: SealedColumn,
  wanted: { readonly tenantId: string; readonly keyId: string; readonly limit: number },
  reseal: (sealed: Buffer) => Promise<Buffer>,
): Promise<number> => {
  const found = await rows<{ place: string; sealed: Buffer }>(
    tx,
    `select ctid::text as place, ${column} as sealed from ${table}
     where tenant_id = $1 and octet_length(${column}) > 0 and ${keyIdOf(column)} <> $2
     limit $3 for update skip locked`,
    [wanted.tenantId, wanted.keyId, wanted.limit],
  );
  if (found.length === 0) return 0;
  const anew = await Promise.all(found.map(({ sealed }) => reseal(sealed)));
  await change(
    tx,
    `update ${table} t set ${column} = x.sealed
     from (select place::tid as place, sealed from unnest($2::text[], $3::bytea[]) as given (place, sealed)) x
     where t.tenant_id = $1 and t.ctid = x.place`,
    [wanted.tenantId, found.map(({ place }) => place), anew],
  );
  return found.length;
};
