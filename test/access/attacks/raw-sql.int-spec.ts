import pg from 'pg';
import { connectionOf } from '../../../src/platform/database/connection.js';
import { APPLICATION_ROLE } from '../../../src/platform/database/embedded/roles.js';
import { asSuperuser } from '../../harness/runtime.js';
import { startTestApp, type TestApp } from '../../harness/app.js';
import { makeWorld, type World } from '../world/world.js';

interface Table {
  readonly name: string;
  readonly key: 'tenant_id' | 'partnership_id';
}

/** What the catalogue knows to belong to a tenant or a partnership. */
const TABLES = `
  select distinct on (relname) relname as name, attname as key from pg_attribute
  join pg_class on pg_class.oid = attrelid and relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
  where attname in ('tenant_id', 'partnership_id') and not attisdropped order by relname, attnum`;
/** Read at sign-in, before a tenant is known; the door of their own is tried apart. */
const OF_THE_SYSTEM = ['settlement_snapshots', 'hats', 'session_openings'];
/** Written from every door, read from one's own. */
const WRITTEN_FROM_ANY = ['outbox'];

describe('raw SQL as the role of the application', () => {
  let app: TestApp;
  let world: World;
  let client: pg.Client;
  let tables: Table[];
  let own: string;
  let foreign: string;
  let held: Map<string, number>;

  const superuser = <T>(work: (by: pg.Client) => Promise<T>): Promise<T> =>
    asSuperuser(work, app.runtime.database);

  beforeAll(async () => {
    app = await startTestApp();
    world = await makeWorld(app);
    own = world.spots.own.tenantId;
    foreign = world.spots.otherTenant.tenantId;
    client = new pg.Client(connectionOf(app.runtime.databaseUrl));
    await client.connect();
    tables = (await superuser((by) => by.query<Table>(TABLES))).rows;
    await superuser((by) => fill(by, tables, [own, foreign], world));
    held = await superuser((by) => countsOf(by, tables, foreign, world.partnerships.otherPartnership));
  });
  afterAll(async () => {
    await client.end();
    await app.close();
  });

  /** Does something behind the doors it names, and takes it all back. */
  const behind = async <T>(
    doors: { tenants?: string; partnerships?: string },
    work: () => Promise<T>,
  ): Promise<T> => {
    await client.query('begin');
    try {
      await client.query(
        `select set_config('app.tenant_ids', $1, true), set_config('app.partnership_ids', $2, true)`,
        [doors.tenants ?? '', doors.partnerships ?? ''],
      );
      return await work();
    } finally {
      await client.query('rollback');
    }
  };
  const idOf = ({ key }: Table, side: 'own' | 'foreign'): string => {
    if (key === 'tenant_id') return side === 'own' ? own : foreign;
    return side === 'own' ? world.partnerships.own : world.partnerships.otherPartnership;
  };
  const count = async (sql: string, parameters: unknown[] = []): Promise<number> =>
    Number((await client.query<{ n: string }>(`select count(*) as n from ${sql}`, parameters)).rows[0]?.n);
  /** How a statement ends: how many rows it took, or the code it was refused with. */
  const attempt = async (sql: string, parameters: unknown[] = []): Promise<string> => {
    await client.query('savepoint attempt');
    try {
      return `${(await client.query(sql, parameters)).rowCount}`;
    } catch (error) {
      await client.query('rollback to attempt');
      return error instanceof pg.DatabaseError ? `refused ${error.code}` : String(error);
    }
  };
  const everyTable = async (work: (table: Table) => Promise<string | null>): Promise<string[]> => {
    const found: string[] = [];
    for (const table of tables) {
      const fault = await work(table);
      if (fault !== null) found.push(`${table.name}: ${fault}`);
    }
    return found;
  };

  it('is tried on every table of a tenant or partnership, and each holds foreign rows to be seen', () => {
    expect(tables.length).toBeGreaterThan(25);
    expect([...held].filter(([, rows]) => rows === 0).map(([name]) => name)).toEqual([]);
  });

  it('sees nothing where nothing is set, nor where something empty or senseless is', async () => {
    for (const tenants of [undefined, '', '00000000-0000-0000-0000-000000000000']) {
      const seen = await behind(tenants === undefined ? {} : { tenants }, () =>
        everyTable(async ({ name }) => {
          const rows = await count(name);
          return rows === 0 ? null : `${rows} rows seen`;
        }),
      );
      expect(seen).toEqual([]);
    }
    await behind({ tenants: `${own}' or true --` }, async () => {
      expect(await attempt('select * from people')).toBe('refused 22P02');
    });
  });

  it('sees nothing foreign with one tenant and partnership set, however it asks', async () => {
    const doors = { tenants: own, partnerships: world.partnerships.own };
    const seen = await behind(doors, () =>
      everyTable(async (table) => {
        const foreignId = idOf(table, 'foreign');
        const asked = await count(`${table.name} where ${table.key} = $1`, [foreignId]);
        const all = await count(`${table.name} where ${table.key} <> $1`, [idOf(table, 'own')]);
        const guessed = await count(`${table.name} where ${table.key}::text like $1 or true`, [
          `${foreignId.slice(0, 8)}%`,
        ]);
        const mine = await count(`${table.name} where ${table.key} = $1`, [idOf(table, 'own')]);
        return asked === 0 && all === 0 && guessed === mine ? null : `${asked} ${all} ${guessed}/${mine}`;
      }),
    );
    expect(seen).toEqual([]);
  });

  it('changes and removes nothing foreign with one tenant and partnership set', async () => {
    const doors = { tenants: own, partnerships: world.partnerships.own };
    const changed = await behind(doors, () =>
      everyTable(async (table) => {
        const foreignId = idOf(table, 'foreign');
        const { name, key } = table;
        const outcomes = [
          await attempt(`update ${name} set ${key} = ${key} where ${key} = $1`, [foreignId]),
          await attempt(`delete from ${name} where ${key} = $1`, [foreignId]),
        ];
        // Nothing there, or no right to it at all.
        return outcomes.every((outcome) => ['0', 'refused 42501'].includes(outcome)) ? null : outcomes.join();
      }),
    );
    expect(changed).toEqual([]);
    const after = await superuser((by) => countsOf(by, tables, foreign, world.partnerships.otherPartnership));
    expect(after).toEqual(held);
  });

  it('moves no row to another tenant and writes none there', async () => {
    const doors = { tenants: own, partnerships: world.partnerships.own };
    const moved = await behind(doors, () =>
      everyTable(async (table) => {
        const { name, key } = table;
        if (WRITTEN_FROM_ANY.includes(name)) return null;
        const foreignId = idOf(table, 'foreign');
        const outcomes = [
          await attempt(`update ${name} set ${key} = $1`, [foreignId]),
          await attempt(
            `insert into ${name} select (jsonb_populate_record(t, jsonb_build_object('${key}', $1::text))).* from ${name} t limit 1`,
            [foreignId],
          ),
        ];
        const fine = OF_THE_SYSTEM.includes(name) ? ['0'] : [];
        return outcomes.every((outcome) => ['refused 42501', ...fine].includes(outcome))
          ? null
          : outcomes.join();
      }),
    );
    expect(moved).toEqual([]);
  });

  it('sees with several tenants set those, and no third', async () => {
    const { tenantId: third } = await app.make.employer();
    await superuser((by) => fill(by, tables, [third], world));
    const seen = await behind({ tenants: `${own},${foreign}` }, () =>
      everyTable(async ({ name, key }) => {
        if (key !== 'tenant_id') return null;
        const rows = await count(`${name} where tenant_id = $1`, [third]);
        const reached =
          OF_THE_SYSTEM.includes(name) || (await count(`${name} where tenant_id = $1`, [foreign])) > 0;
        return rows === 0 && reached ? null : `${rows} of the third`;
      }),
    );
    expect(seen).toEqual([]);
  });

  it('cannot put row level security off, become another role or copy a table out', async () => {
    for (const sql of [
      'set row_security = off; select * from people',
      'set role naervaer_owner',
      'set session authorization naervaer_owner',
      'alter table people disable row level security',
      'alter table people no force row level security',
      'drop policy doors on people',
      `create policy mine on people using (true)`,
      'create function leak() returns setof people language sql security definer as $$ select * from people $$',
      `copy people to '/tmp/people'`,
      `copy people to program 'cat'`,
      `select pg_read_file('/etc/passwd')`,
      `select lo_import('/etc/passwd')`,
      'create or replace function tenants_in_reach() returns uuid[] language sql as $$ select null::uuid[] $$',
      `alter role ${APPLICATION_ROLE} bypassrls`,
    ])
      expect([sql, await behind({ tenants: own }, () => attempt(sql))]).toEqual([
        sql,
        expect.stringMatching(/^refused 42501|^refused 42P/),
      ]);
  });

  it('reads only its door’s rows by statistics and by a view of its own', async () => {
    await behind({ tenants: own }, async () => {
      await client.query('create temporary view seen as select * from people');
      expect(await count('seen where tenant_id <> $1', [own])).toBe(0);
      expect(await count(`pg_stats where schemaname = 'public' and tablename = 'people'`)).toBe(0);
    });
  });
});

/** In this copy of the database rows need not make sense. */
const CHECKS = `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql
  from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0`;

/** Puts a row of each tenant into every table: something for the attacks to see. */
const fill = async (
  by: pg.Client,
  tables: readonly Table[],
  tenants: readonly string[],
  world: World,
): Promise<void> => {
  await by.query(`set session_replication_role = replica`);
  for (const { sql } of (await by.query<{ sql: string }>(CHECKS)).rows) await by.query(sql);
  for (const { name, key } of tables)
    for (const owner of key === 'tenant_id'
      ? tenants
      : [world.partnerships.own, world.partnerships.otherPartnership])
      await by.query(await insertOf(by, name, key), [owner]);
  await by.query(`set session_replication_role = origin`);
};

const VALUES: Readonly<Record<string, string>> = {
  uuid: 'uuidv7()',
  date: `'2026-03-01'`,
  daterange: `'[2026-03-01,2026-04-01)'`,
  tstzrange: `'[2026-03-01,2026-04-01)'`,
  'timestamp with time zone': 'now()',
  boolean: 'true',
  jsonb: `'{}'`,
  bytea: 'sha256(uuidv7()::text::bytea)',
};

const insertOf = async (by: pg.Client, table: string, key: string): Promise<string> => {
  const { rows: columns } = await by.query<{ name: string; type: string; filled: boolean }>(
    `select attname as name, format_type(atttypid, null) as type, attnotnull and not atthasdef as filled
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  const needed = columns.filter(({ name, filled }) => filled && name !== key);
  const values = needed.map(({ type }) => valueOf(type));
  return `insert into ${table} (${[key, ...needed.map(({ name }) => name)].join()}) values (${['$1', ...values].join()}) on conflict do nothing`;
};

const valueOf = (type: string): string =>
  type.endsWith('[]') ? `array[]::${type}` : (VALUES[type] ?? (type === 'text' ? 'uuidv7()' : '1'));

const countsOf = async (
  by: pg.Client,
  tables: readonly Table[],
  tenantId: string,
  partnershipId: string,
): Promise<Map<string, number>> => {
  const counted = new Map<string, number>();
  for (const { name, key } of tables) {
    const { rows } = await by.query<{ n: string }>(`select count(*) as n from ${name} where ${key} = $1`, [
      key === 'tenant_id' ? tenantId : partnershipId,
    ]);
    counted.set(name, Number(rows[0]?.n));
  }
  return counted;
};
