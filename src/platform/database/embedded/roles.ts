import type { Client } from 'pg';
import { withClient } from './with-client.js';

export const OWNER_ROLE = 'naervaer_owner';
export const APPLICATION_ROLE = 'naervaer_app';
export const DATABASE = 'naervaer';

/** Any number: it keeps two commands that start together from making the same things. */
const PREPARING = 7_136_001;

const ROLES = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${OWNER_ROLE}') then
      create role ${OWNER_ROLE} login nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
    if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then
      create role ${APPLICATION_ROLE} login nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
  end $$`;

const passwordsOf = (password: string): string =>
  [OWNER_ROLE, APPLICATION_ROLE].map((role) => `alter role ${role} password '${password}'`).join(';');

/** Makes the two roles if they are missing; the password serves the loopback address only. */
export const ensureRoles = async (superuser: Client, password: string | null): Promise<void> => {
  await superuser.query(ROLES);
  if (password !== null) await superuser.query(passwordsOf(password));
};

const rightsIn = (database: string): string => `
  create extension if not exists btree_gist;
  revoke all on database ${database} from public;
  grant connect, temporary on database ${database} to ${APPLICATION_ROLE};
  revoke all on schema public from public;
  alter schema public owner to ${OWNER_ROLE};
  grant usage on schema public to ${APPLICATION_ROLE};`;

const isReady = async (client: Client, database: string): Promise<boolean> => {
  const { rows } = await client.query<{ ready: boolean }>(
    `select shobj_description(oid, 'pg_database') is not null as ready from pg_database where datname = $1`,
    [database],
  );
  return rows[0]?.ready ?? false;
};

/**
 * Makes a database that the owner migrates and the application works in; does nothing when it is there.
 * Its comment comes last and says that nothing is missing, so an interrupted attempt is taken up again.
 */
export const ensureDatabase = async (
  superuser: Client,
  database: string,
  urlOfDatabase: string,
): Promise<void> => {
  if (await isReady(superuser, database)) return;
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await superuser.query(`create database ${database} owner ${OWNER_ROLE}`);
  await withClient(urlOfDatabase, (client) => client.query(rightsIn(database)));
  await superuser.query(`comment on database ${database} is 'Nærvær: prevention of sickness absence'`);
};

/** Roles and database of the product, made once however many commands arrive together. */
export const ensureFurniture = (
  superuserUrl: string,
  databaseUrl: string,
  password: string | null,
): Promise<void> =>
  withClient(superuserUrl, async (superuser) => {
    if (await isReady(superuser, DATABASE)) return;
    await superuser.query('select pg_advisory_lock($1)', [PREPARING]);
    await ensureRoles(superuser, password);
    await ensureDatabase(superuser, DATABASE, databaseUrl);
  });
