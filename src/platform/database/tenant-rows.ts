import type { Client } from 'pg';
import { withClient } from './embedded/with-client.js';

/** Rows taken in one transaction, so that nobody waits long and a broken run goes on where it was. */
const BATCH = 5_000;

/** Tables with a tenant in them, and those that point at such a table and have none themselves. */
const TABLES = `
  with tenanted as (
    select class.oid, class.relname from pg_class class
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attname = 'tenant_id' and not attribute.attisdropped
    where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p'))
  select relname as name, null as "column", null as target from tenanted
  union all
  select source.relname, attribute.attname, target.relname
  from pg_constraint join tenanted target on target.oid = confrelid
  join pg_class source on source.oid = conrelid
  join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = conkey[1]
  where contype = 'f' and conrelid not in (select oid from tenanted) and cardinality(conkey) = 1`;

const REFERENCES = `
  select source.relname as "from", target.relname as "to" from pg_constraint
  join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
  where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`;

interface TenantTable {
  readonly name: string;
  /** For a table without a tenant: the column that points at one with. */
  readonly column: string | null;
  readonly target: string | null;
}
interface Reference {
  readonly from: string;
  readonly to: string;
}

/** What points at a row goes before it. */
const inErasingOrder = (tables: readonly TenantTable[], references: readonly Reference[]): TenantTable[] => {
  const ordered: TenantTable[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter(
      ({ name }) =>
        !references.some(({ from, to }) => to === name && left.some((other) => other.name === from)),
    );
    if (free.length === 0) throw new Error('tables of tenants refer to each other in a ring');
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
};

const whereOf = ({ column, target }: TenantTable): string =>
  column === null ? 'tenant_id = $1' : `${column} in (select id from ${target ?? ''} where tenant_id = $1)`;

/** The owner is under row level security too; each transaction names what it may see. */
const openDoors = async (client: Client, tenantId: string): Promise<void> => {
  await client.query(
    `select set_config('app.door', 'system', true), set_config('app.tenant_ids', $1, true),
       set_config('app.partnership_ids', coalesce((select string_agg(partnership_id::text, ',') from partnerships), ''), true)`,
    [tenantId],
  );
};

const inBatches = async (client: Client, tenantId: string, table: TenantTable): Promise<number> => {
  let erased = 0;
  for (let taken = BATCH; taken === BATCH; erased += taken) {
    await client.query('begin');
    // The partnerships themselves are seen through the system door, which the second call then has.
    await openDoors(client, tenantId);
    await openDoors(client, tenantId);
    const { rowCount } = await client.query(
      `delete from ${table.name} where ctid = any (array(select ctid from ${table.name} where ${whereOf(table)} limit ${BATCH}))`,
      [tenantId],
    );
    await client.query('commit');
    taken = rowCount ?? 0;
  }
  return erased;
};

/**
 * Erases every row of a tenant, whatever table it is in, and the tenant last; safe to repeat. As the owner: entries of
 * the audit go with the rest, and the application may not remove those.
 * @returns how many rows of each table
 */
export const eraseTenantRows = (ownerUrl: string, tenantId: string): Promise<Map<string, number>> =>
  withClient(ownerUrl, async (client) => {
    const { rows: tables } = await client.query<TenantTable>(TABLES);
    const { rows: references } = await client.query<Reference>(REFERENCES);
    const erased = new Map<string, number>();
    for (const table of inErasingOrder(tables, references)) {
      const count = await inBatches(client, tenantId, table);
      if (count > 0) erased.set(table.name, (erased.get(table.name) ?? 0) + count);
    }
    await client.query('begin');
    await openDoors(client, tenantId);
    await client.query('delete from tenants where id = $1', [tenantId]);
    await client.query('commit');
    return erased;
  });
