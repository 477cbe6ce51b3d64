import type { Client } from 'pg';
import type { SequenceEntry, TableEntry } from './archive.js';
import { inReferenceOrder, type Reference } from './reference-order.js';

export interface Table extends TableEntry {
  /** Row level security that holds for the owner too. */
  readonly forced: boolean;
}

/** Filled by the migrations themselves, so no part of a backup. */
const BELONGS_TO_MIGRATIONS = ['migrations', 'calendar_days'];

/** The schema that migrations fill, as owner, and the one whose library fills it as the application. */
export const OWNER_SCHEMA = 'public';
export const APPLICATION_SCHEMA = 'auth';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const qualified = ({ schema, name }: { schema: string; name: string }): string =>
  `${quoted(schema)}.${quoted(name)}`;
export const columnList = ({ columns }: TableEntry): string => columns.map(quoted).join(', ');

/** A computed column is computed again, so it is no part of what is kept. */
const TABLES = `
  select class.relname as name, class.relrowsecurity and class.relforcerowsecurity as forced,
    array_agg(attribute.attname::text order by attribute.attnum) as columns
  from pg_class class join pg_attribute attribute on attribute.attrelid = class.oid
  where class.relnamespace = to_regnamespace($1) and class.relkind = 'r' and class.relname <> all ($2)
    and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
  group by class.oid`;

const REFERENCES = `
  select source.relname as "from", target.relname as "to"
  from pg_constraint join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
  where contype = 'f' and source.relnamespace = to_regnamespace($1) and target.relnamespace = to_regnamespace($1)`;

/** The tables of a schema, each after those that it refers to. */
export const tablesOf = async (client: Client, schema: string): Promise<Table[]> => {
  const tables = await client.query<Omit<Table, 'schema'>>(TABLES, [schema, BELONGS_TO_MIGRATIONS]);
  const references = await client.query<Reference>(REFERENCES, [schema]);
  const names = tables.rows.map(({ name }) => name);
  return inReferenceOrder(names, references.rows).flatMap((name) =>
    tables.rows.filter((table) => table.name === name).map((table) => ({ schema, ...table })),
  );
};

/** The numbers that sequences gave out last; those that never gave one start anew. */
export const sequencesOf = async (client: Client, schema: string): Promise<SequenceEntry[]> => {
  const { rows } = await client.query<SequenceEntry>(
    `select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences
     where schemaname = $1 and last_value is not null and sequencename <> 'migrations_id_seq' order by 2`,
    [schema],
  );
  return rows;
};

export const migrationsOf = async (client: Client): Promise<string[]> => {
  const { rows: known } = await client.query<{ found: boolean }>(
    `select to_regclass('public.migrations') is not null as found`,
  );
  if (!known[0]?.found) return [];
  const { rows } = await client.query<{ name: string }>('select name from public.migrations order by id');
  return rows.map(({ name }) => name);
};
