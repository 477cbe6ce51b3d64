import { DataSource } from 'typeorm';
import { asSuperuser } from '../harness/runtime.js';
import { startTestApp, type TestApp } from '../harness/app.js';

/** Tables that hold nothing of a tenant and that everybody may read. */
const REFERENCE = ['calendar_days', 'migrations'];

describe('the database', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('enables and forces row level security on every table but reference ones', async () => {
    const { rows } = await asSuperuser(
      (client) =>
        client.query<{ name: string }>(
          `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
           and not (relrowsecurity and relforcerowsecurity) order by 1`,
        ),
      app.runtime.database,
    );
    expect(rows.map((table) => table.name)).toEqual(REFERENCE);
  });

  it('leads the key of every tenant’s table with the tenant', async () => {
    const { rows } = await asSuperuser(
      (client) =>
        client.query<{ name: string }>(
          `select tenant.attrelid::regclass::text as name from pg_attribute tenant
           join pg_class on pg_class.oid = tenant.attrelid and relkind = 'r' and relnamespace = 'public'::regnamespace
           left join pg_index key on key.indrelid = tenant.attrelid and key.indisprimary
           where tenant.attname = 'tenant_id' and key.indkey[0] is distinct from tenant.attnum
             and not exists (select from pg_attribute other where other.attrelid = tenant.attrelid
               and other.attname in ('partnership_id') and key.indkey[0] = other.attnum)
           order by 1`,
        ),
      app.runtime.database,
    );
    // Written and read through the system door, before the tenant is known.
    expect(rows.map((table) => table.name)).toEqual(['hats', 'invitations', 'outbox', 'session_openings']);
  });

  it('shows no tenant’s row where no tenant is set', async () => {
    const { tenantId } = await app.make.employer();
    await app.make.unit(tenantId);
    const source = app.nest.get(DataSource);
    expect(await source.query('select * from units')).toEqual([]);
    await expect(source.query(`insert into units (tenant_id) values ('${tenantId}')`)).rejects.toThrow(
      'row-level security',
    );
  });
});
