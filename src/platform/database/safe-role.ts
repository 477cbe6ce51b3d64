import pg from 'pg';
import { connectionOf } from './connection.js';

interface RoleRow {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly owns: boolean;
  readonly server: number;
}

const ROLE = `
  select rolname as name, rolsuper as superuser, rolbypassrls as bypass,
    exists (select from pg_class where relname = 'spells' and pg_has_role(current_user, relowner, 'usage')) as owns,
    current_setting('server_version_num')::int as server
  from pg_roles where rolname = current_user`;

const faultOf = (role: RoleRow): string | null => {
  if (role.server < 180_000) return 'the server is older than PostgreSQL 18';
  if (role.superuser) return `the application's role ${role.name} is a superuser`;
  if (role.bypass) return `the application's role ${role.name} may bypass row level security`;
  if (role.owns) return `the application's role ${role.name} owns the tables, or may act as their owner`;
  return null;
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
