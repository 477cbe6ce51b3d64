import pg from 'pg';
import { connectionOf } from './connection.js';

interface RoleRow {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly owns: boolean;
  readonly makesRoles: boolean;
  readonly serverFiles: boolean;
  readonly server: number;
}

// A member of a role may become it, whether or not it inherits its rights.
const ROLE = `
  with own as (select oid, rolname from pg_roles where rolname = current_user),
    reachable as (select r.* from pg_roles r, own where pg_has_role(own.oid, r.oid, 'member'))
  select (select rolname from own) as name, bool_or(rolsuper) as superuser, bool_or(rolbypassrls) as bypass,
    bool_or(rolcreaterole) as "makesRoles",
    bool_or(rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')) as "serverFiles",
    exists (select from pg_class join reachable on reachable.oid = relowner
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as owns,
    current_setting('server_version_num')::int as server
  from reachable`;

const faultOf = (role: RoleRow): string | null => {
  if (role.server < 180_000) return 'the server is older than PostgreSQL 18';
  const it = `the application's role ${role.name}`;
  if (role.superuser) return `${it} is a superuser, or may become one`;
  if (role.bypass) return `${it} may bypass row level security`;
  if (role.owns) return `${it} owns the tables, or may act as their owner`;
  if (role.makesRoles) return `${it} may make roles`;
  return role.serverFiles ? `${it} may read or run what lies on the server` : null;
};

/** @throws Error where the role that the application works as could see past row level security. */
export const refuseUnsafeRole = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client(connectionOf(databaseUrl));
  await client.connect();
  try {
    const { rows } = await client.query<RoleRow>(ROLE);
    const [role] = rows;
    const fault = role ? faultOf(role) : 'the role is not known';
    if (fault) throw new Error(`Refusing to start: ${fault}.`);
  } finally {
    await client.end();
  }
};
