import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import {
  PersonalDataHolders,
  SealService,
  systemActor,
  VerifyService,
  type Verified,
} from '../../src/access/index.js';
import { connectionOf } from '../../src/platform/database/connection.js';
import { OWNER_ROLE } from '../../src/platform/database/embedded/roles.js';
import { rows, type Tx } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { runBuilt } from '../harness/process.js';
import { asSuperuser } from '../harness/runtime.js';

const test = systemActor('operator command');

const ENTRIES = `
  insert into audit_entries (tenant_id, role, action, subject_type, subject_ids, people, purpose, outcome)
  select $1, 'hr-manager', 'person.read', 'person', '{}', array[gen_random_uuid()], 'n ' || n, 'allowed'
  from generate_series(1, $2) n`;

describe('the seals of the audit', () => {
  let app: TestApp;
  const copies: string[] = [];
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(async () => {
    for (const copy of copies)
      await asSuperuser(async (client) => void (await client.query(`drop database ${copy} with (force)`)));
    await app.close();
  });

  const within = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.doors.within(test, tenantId, work);
  const write = (tenantId: string, count: number) =>
    within(tenantId, (tx) => rows(tx, ENTRIES, [tenantId, count]));
  const seal = (tenantId: string) => app.nest.get(SealService).seal(tenantId);
  const verify = (tenantId: string): Promise<Verified> => app.nest.get(VerifyService).verify(test, tenantId);
  const sealedTenant = async () => {
    const { tenantId, slug } = await app.make.employer();
    for (const count of [7, 1, 4]) {
      await write(tenantId, count);
      expect(await seal(tenantId)).toBe(count);
    }
    return { tenantId, slug };
  };
  /** A superuser at work on the tables, and everything put back after the look. */
  const tampered = async (tenantId: string, sql: string): Promise<Verified> => {
    const tables = ['audit_entries', 'audit_batches', 'audit_heads'];
    const tamper = (statements: string) =>
      asSuperuser((client) => client.query(statements), app.runtime.database);
    await tamper(tables.map((table) => `create table kept_${table} as table ${table}`).join(';'));
    await tamper(sql);
    const verified = await verify(tenantId);
    const back = tables.map(
      (table) => `truncate ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`,
    );
    await tamper(back.join(';'));
    return verified;
  };

  it('hold where nothing was touched, also with entries not sealed yet', async () => {
    const { tenantId } = await sealedTenant();
    await write(tenantId, 2);
    expect(await verify(tenantId)).toEqual({
      ok: true,
      batches: 3,
      entries: 12,
      expired: 0,
      unsealed: 2,
      headsKnown: 3,
      faults: [],
    });
    expect(await seal(tenantId)).toBe(2);
    expect(await seal(tenantId)).toBe(0);
    expect(await verify(tenantId)).toMatchObject({ ok: true, batches: 4, entries: 14, unsealed: 0 });
  });

  const nth = (tenantId: string, batch: number, n: number) =>
    `(select id from audit_entries where tenant_id = '${tenantId}' and batch = ${batch} order by id offset ${n} limit 1)`;

  it.each<[string, (tenantId: string) => string, object[]]>([
    [
      'a changed row',
      (t) => `update audit_entries set role = 'administrator' where id = ${nth(t, 1, 3)}`,
      [{ sequence: 1, code: 'entry-changed' }],
    ],
    [
      'a changed time',
      (t) => `update audit_entries set at = at + interval '1 microsecond' where id = ${nth(t, 3, 0)}`,
      [{ sequence: 3, code: 'entry-changed' }],
    ],
    [
      'a removed row',
      (t) => `delete from audit_entries where id = ${nth(t, 1, 3)}`,
      [{ sequence: 1, code: 'entry-removed' }],
    ],
    [
      'an added row',
      (t) =>
        `insert into audit_entries select tenant_id, uuidv7(), at, hat_id, role, action, subject_type, subject_ids, people, purpose, origin, outcome, detail, batch from audit_entries where id = ${nth(t, 2, 0)}`,
      [{ sequence: 2, code: 'entry-added' }],
    ],
    [
      'rows that changed places',
      (t) => `
      create temporary table pair as select a.id as one, b.id as two from audit_entries a, audit_entries b where a.id = ${nth(t, 1, 1)} and b.id = ${nth(t, 1, 4)};
      update audit_entries set id = '${randomUUID()}' where id = (select one from pair);
      update audit_entries set id = (select one from pair) where id = (select two from pair);
      update audit_entries set id = (select two from pair) where tenant_id = '${t}' and batch = 1 and id not in (select id from kept_audit_entries)`,
      [{ sequence: 1, code: 'entry-changed' }],
    ],
    [
      'rows that changed batches',
      (t) => `
      create temporary table pair as select a.id as one, b.id as two from audit_entries a, audit_entries b where a.id = ${nth(t, 1, 0)} and b.id = ${nth(t, 3, 0)};
      update audit_entries set batch = 4 - batch where id in (select one from pair union select two from pair)`,
      [
        { sequence: 1, code: 'entry-changed' },
        { sequence: 3, code: 'entry-changed' },
      ],
    ],
    [
      'a cut tail of rows',
      (t) => `delete from audit_entries where id = ${nth(t, 3, 3)}`,
      [{ sequence: 3, code: 'entry-removed' }],
    ],
    [
      'a cut tail of batches',
      (t) =>
        `delete from audit_entries where tenant_id = '${t}' and batch = 3; delete from audit_batches where tenant_id = '${t}' and sequence = 3`,
      [{ sequence: 3, code: 'tail-cut' }],
    ],
    [
      'a cut tail and the head set back',
      (
        t,
      ) => `delete from audit_entries where tenant_id = '${t}' and batch = 3; delete from audit_batches where tenant_id = '${t}' and sequence = 3;
      update audit_heads set sequence = 2, head_hash = (select head_hash from audit_batches where tenant_id = '${t}' and sequence = 2) where tenant_id = '${t}'`,
      [{ sequence: 3, code: 'tail-cut' }],
    ],
    [
      'a batch cut out of the middle',
      (t) =>
        `delete from audit_entries where tenant_id = '${t}' and batch = 2; delete from audit_batches where tenant_id = '${t}' and sequence = 2`,
      [{ sequence: 3, code: 'chain-broken' }],
    ],
    [
      'a batch said to have expired',
      (t) =>
        `delete from audit_entries where tenant_id = '${t}' and batch = 2; update audit_batches set expired_at = now() where tenant_id = '${t}' and sequence = 2`,
      [{ sequence: 2, code: 'expired-early' }],
    ],
  ])('tell of %s', async (_what, sql, faults) => {
    const { tenantId } = await sealedTenant();
    expect(await tampered(tenantId, sql(tenantId))).toMatchObject({ ok: false, faults });
    expect(await verify(tenantId)).toMatchObject({ ok: true });
  });

  it('tell of a chain that was made anew, by heads in a file and in the log', async () => {
    const told = jest.spyOn(app.runtime.log, 'info');
    const { tenantId } = await sealedTenant();
    const path = join(app.runtime.environment.dataDir, 'audit', `${tenantId}.heads`);
    const lines = (await readFile(path, 'utf8')).split('\n');
    const heads = lines.slice(0, 3).map((line) => ({ tenantId, head: line.split(' ')[1] }));
    expect(told.mock.calls).toMatchObject(heads.map((head) => [head, 'audit sealed']));
    told.mockRestore();
    await writeFile(path, [lines[0], lines[1]?.replace(/ [0-9a-f]{4}/, ' 0000'), lines[2], ''].join('\n'));
    expect(await verify(tenantId)).toMatchObject({
      ok: false,
      faults: [{ sequence: 2, code: 'other-head' }],
    });
  });

  it('lose no entry whose transaction ends late, and make nobody wait', async () => {
    const { tenantId } = await app.make.employer();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let began = (): void => undefined;
    const written = new Promise<void>((resolve) => (began = resolve));
    const late = within(tenantId, async (tx) => {
      await rows(tx, ENTRIES, [tenantId, 3]);
      began();
      await held;
    });
    await written;
    await write(tenantId, 2);
    expect(await seal(tenantId)).toBe(2);
    release();
    await late;
    expect(await seal(tenantId)).toBe(3);
    expect(await verify(tenantId)).toMatchObject({ ok: true, batches: 2, entries: 5, unsealed: 0 });
  });

  it('are made once where several workers seal at once', async () => {
    const { tenantId } = await app.make.employer();
    await write(tenantId, 300);
    const sealed = await Promise.all([seal(tenantId), seal(tenantId), seal(tenantId)]);
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(await verify(tenantId)).toMatchObject({ ok: true, batches: 1, entries: 300 });
  });

  it('hold after a person was erased, whom then nobody finds in the entries', async () => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    const { personId } = await app.make.employment(tenantId, { unitId });
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    await hr.get(`/api/people/${personId}`).expect(200);
    await seal(tenantId);
    const found = () =>
      within(tenantId, (tx) =>
        rows(
          tx,
          'select 1 from audit_entries join people on people @> array[audit_pseudonym(audit_key, people.id)]'.replace(
            'people @>',
            'audit_entries.people @>',
          ),
        ),
      );
    expect(await found()).toHaveLength(1);
    await within(tenantId, async (tx) => {
      for (const holder of app.nest.get(PersonalDataHolders).all())
        await holder.erasePerson(tx, { tenantId, personId });
    });
    expect(await found()).toEqual([]);
    expect(await verify(tenantId)).toMatchObject({ ok: true, entries: 1 });
  });

  it('are proved by the command in a copy, which its owner has changed in every way', async () => {
    const { tenantId, slug } = await sealedTenant();
    const copy = `copy_${process.pid}_${Date.now()}`;
    copies.push(copy);
    await app.nest.get(SealService).sealAll();
    const { databaseUrl, ownerUrl, database, environment } = app.runtime;
    await asSuperuser(async (client) => {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
      );
      await client.query(`create database ${copy} template ${database} owner ${OWNER_ROLE}`);
    });
    const at = (url: string): string => url.replace(`/${database}?`, `/${copy}?`);
    const settings = {
      DATABASE_URL: at(databaseUrl),
      DATABASE_OWNER_URL: at(ownerUrl),
      DATA_DIR: environment.dataDir,
    };
    const command = async () => {
      const running = runBuilt('cli.js', settings, ['audit', 'verify', '--tenant', slug, '--json']);
      const code = await new Promise<number | null>((ended) => running.child.once('close', ended));
      const line = running
        .said()
        .split('\n')
        .find((said) => said.startsWith('{'));
      const { ok, faults } = JSON.parse(line ?? '{}') as Verified;
      return { code, ok, faults };
    };
    const asOwner = async (sql: string): Promise<void> => {
      const client = new pg.Client(connectionOf(at(ownerUrl)));
      await client.connect();
      await client.query(`select set_config('app.tenant_ids', '${tenantId}', false)`);
      await client.query(sql);
      await client.end();
    };
    const removed = { sequence: 1, code: 'entry-removed' };
    const changed = { sequence: 2, code: 'entry-changed' };

    expect(await command()).toEqual({ code: 0, ok: true, faults: [] });
    await asOwner(`delete from audit_entries where id = ${nth(tenantId, 1, 2)}`);
    expect(await command()).toEqual({ code: 1, ok: false, faults: [removed] });
    await asOwner(`update audit_entries set purpose = 'another' where id = ${nth(tenantId, 2, 0)}`);
    expect(await command()).toEqual({ code: 1, ok: false, faults: [removed, changed] });
    await asOwner(`
      create temporary table pair as select ${nth(tenantId, 3, 0)} as one, ${nth(tenantId, 3, 2)} as two;
      update audit_entries set id = '${randomUUID()}', subject_type = 'moved' where id = (select one from pair);
      update audit_entries set id = (select one from pair) where id = (select two from pair);
      update audit_entries set id = (select two from pair), subject_type = 'person' where subject_type = 'moved'`);
    expect(await command()).toEqual({
      code: 1,
      ok: false,
      faults: [removed, changed, { sequence: 3, code: 'entry-changed' }],
    });
    await asOwner(`
      delete from audit_entries where tenant_id = '${tenantId}' and batch = 3;
      delete from audit_batches where tenant_id = '${tenantId}' and sequence = 3`);
    expect(await command()).toEqual({
      code: 1,
      ok: false,
      faults: [removed, changed, { sequence: 3, code: 'tail-cut' }],
    });
  }, 120_000);
});
