import type { Client } from 'pg';
import { OWNER_SCHEMA } from './catalogue.js';

/** A table is seen whole only through doors that this file opens; a new kind of door must be added here. */
const UNSEEN = `
  select class.relname as name from pg_class class
  where class.relnamespace = $1::regnamespace and class.relrowsecurity and (
    exists (select from pg_policy where polrelid = class.oid and not polpermissive)
    or not exists (
      select from pg_policy
      where polrelid = class.oid and polcmd in ('*', 'r')
        and pg_get_expr(polqual, polrelid) ~ '(_in_reach|through_system_door|app\\.(tenant_ids|partnership_ids|door))'))`;

/**
 * Lets the transaction of a backup see every row. The owner is under row level security too, and lifting it
 * would lock everybody out for as long as the backup takes.
 * @throws Error when a table has rows that might stay hidden; a backup must not be incomplete unnoticed.
 */
export const openEveryDoor = async (owner: Client): Promise<void> => {
  const unseen = await owner.query<{ name: string }>(UNSEEN, [OWNER_SCHEMA]);
  if (unseen.rows.length > 0) {
    const names = unseen.rows.map(({ name }) => name).join(', ');
    throw new Error(
      `no backup: its rows could be incomplete, by a row level security that it does not know, in ${names}`,
    );
  }
  await owner.query(`select set_config('app.door', 'system', true)`);
  await owner.query(`
    select set_config('app.tenant_ids', coalesce((select string_agg(id::text, ',') from tenants), ''), true),
      set_config('app.partnership_ids', coalesce((select string_agg(partnership_id::text, ',') from partnerships), ''), true)`);
};
