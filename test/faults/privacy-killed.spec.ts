import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { KeysService, systemActor } from '../../src/access/index.js';
import { connectionOf } from '../../src/platform/database/connection.js';
import { change, row, rows } from '../../src/platform/database/rows.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { runBuilt, type Running } from '../harness/process.js';
import { asSuperuser } from '../harness/runtime.js';

jest.setTimeout(120_000);

const test = systemActor('operator command');
const NOTE = 'Aftalt: ringer tirsdag – æøå';
const NOTES = 4_500;
const LOCK = 4711;

describe('a command that is killed halfway', () => {
  let app: TestApp;
  let folder: string;
  beforeAll(async () => {
    app = await startTestApp();
    folder = await mkdtemp(join(tmpdir(), 'naervaer-'));
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const run = (...args: string[]): Running =>
    runBuilt(
      'cli.js',
      {
        DATABASE_URL: app.runtime.databaseUrl,
        DATABASE_OWNER_URL: app.runtime.ownerUrl,
        DATA_DIR: app.runtime.environment.dataDir,
      },
      args,
    );
  const ended = (running: Running): Promise<number | null> =>
    new Promise((resolve) => running.child.once('close', resolve));
  const ask = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    asSuperuser(
      async (client) => (await client.query(sql, [...parameters])).rows as T[],
      app.runtime.database,
    );

  /** Runs a command until it has changed so many rows of a table, and kills it there, in the middle of a transaction. */
  const killAt = async (
    table: string,
    event: 'update' | 'delete',
    after: number,
    args: readonly string[],
  ) => {
    const guard = new pg.Client({ ...connectionOf(app.runtime.ownerUrl) });
    await guard.connect();
    await guard.query(`select pg_advisory_lock(${LOCK})`);
    await ask(`create sequence killed_at; grant usage on sequence killed_at to public;
      create function wait_to_be_killed() returns trigger language plpgsql as $$ begin
        if nextval('killed_at') > ${after} then perform pg_advisory_xact_lock(${LOCK}); end if;
        return coalesce(new, old);
      end $$;
      create trigger wait_to_be_killed before ${event} on ${table} for each row execute function wait_to_be_killed()`);
    const running = run(...args);
    const waits = `select 1 from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`;
    while ((await ask(waits)).length === 0) {
      if (running.child.exitCode !== null) throw new Error(`it was not stopped: ${running.said()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await running.end('SIGKILL');
    await guard.end();
    // Waits for the end of the killed statement, which holds the table.
    await ask(
      `drop trigger wait_to_be_killed on ${table}; drop function wait_to_be_killed; drop sequence killed_at`,
    );
  };

  const withNotes = async (count: number) => {
    const { tenantId, slug } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    await app.make.employment(tenantId, { unitId });
    await app.make.employment(tenantId, { unitId });
    const seal = await app.nest.get(Cipher).sealer(tenantId);
    const notes = Array.from({ length: count }, () => seal(Buffer.from(NOTE)));
    await app.doors.within(test, tenantId, async (tx) => {
      const one = await row<{ id: string }>(
        tx,
        `insert into cases (tenant_id, subject, unit_id, opened_on, opened_by_hat, owner_hat)
         values ($1, 'unit', $2, '2026-01-07', $3, $3) returning id`,
        [tenantId, unitId, randomUUID()],
      );
      await change(
        tx,
        `insert into contacts (tenant_id, case_id, kind, held_on, reached, agreement_cipher, recorded_by_hat)
         select $1, $2, 'advice', '2026-01-08', true, note, $3 from unnest($4::bytea[]) note`,
        [tenantId, one?.id, randomUUID(), notes],
      );
    });
    return { tenantId, slug };
  };
  const opened = async (tenantId: string): Promise<string[]> => {
    const cipher = app.nest.get(Cipher);
    const notes = await app.doors.within(test, tenantId, (tx) =>
      rows<{ sealed: Buffer }>(tx, 'select agreement_cipher as sealed from contacts where tenant_id = $1', [
        tenantId,
      ]),
    );
    return Promise.all(notes.map(async ({ sealed }) => (await cipher.open(tenantId, sealed)).toString()));
  };

  it('leaves every note readable where it was sealing them anew, and goes on from there', async () => {
    const { tenantId, slug } = await withNotes(NOTES);
    await killAt('contacts', 'update', 2_500, ['keys', 'rotate', '--tenant', slug]);

    const keys = app.nest.get(KeysService);
    const sealedBy = async () =>
      (await keys.status()).tenants
        .find((one) => one.tenantId === tenantId)
        ?.keys.map(({ values }) => values);
    // One batch stands, the one under way is rolled back.
    expect(await sealedBy()).toEqual([2_500, 2_000]);
    expect(new Set(await opened(tenantId))).toEqual(new Set([NOTE]));
    expect(await keys.retireReplaced(tenantId)).toEqual([]);

    for (let done = -1; done !== 0;) done = await keys.resealSome(tenantId);
    expect(await sealedBy()).toEqual([0, NOTES]);
    const notes = await opened(tenantId);
    expect(notes).toHaveLength(NOTES);
    expect(new Set(notes)).toEqual(new Set([NOTE]));
  });

  it('erases the rest of an employer when it is asked again, and nobody else', async () => {
    const { tenantId, slug } = await withNotes(20);
    const other = await withNotes(3);
    const out = join(folder, 'statement.json');
    const erase = ['tenant', 'erase', '--tenant', slug, '--confirm', slug, '--out', out];
    await killAt('people', 'delete', 1, erase);

    const left = async (table: string) =>
      (
        await ask<{ n: number }>(`select count(*)::int as n from ${table} where tenant_id = $1`, [tenantId])
      )[0]?.n;
    expect([await left('contacts'), await left('people'), await left('employers')]).toEqual([0, 2, 1]);
    await expect(readFile(out)).rejects.toThrow('ENOENT');

    expect(await ended(run(...erase))).toBe(0);
    const tables = await ask<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) expect([name, await left(name)]).toEqual([name, 0]);
    expect(await ask('select 1 from tenants where id = $1', [tenantId])).toEqual([]);
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({
      statement: { what: 'contract-ended', tenantId, erased: { people: 2 } },
    });
    expect(await opened(other.tenantId)).toEqual([NOTE, NOTE, NOTE]);
  });
});
