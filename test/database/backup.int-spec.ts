import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backupDatabase, type BackupPlace } from '../../src/platform/database/backup/backup.js';
import { restoreDatabase } from '../../src/platform/database/backup/restore.js';
import { withClient } from '../../src/platform/database/embedded/with-client.js';
import { asSuperuser, testRuntime, type TestRuntime } from '../harness/runtime.js';

const TENANT = '0190a000-0000-7000-8000-000000000001';
const NAME = 'Åse\tØrsted "Æ" \\N\nlinje 2';

/** Rows of every kind of door, with the characters, ranges, bytes and empty values that could get lost. */
const SOME_ROWS = `
  insert into tenants (id, kind, slug, name) values ('${TENANT}', 'employer', 'odder', $name$${NAME}$name$);
  insert into employers (tenant_id, name, sector) values ('${TENANT}', 'Odder', 'municipal');
  insert into units (tenant_id, id) select '${TENANT}', '0190a000-0000-7000-8000-0000000000a1';
  insert into unit_versions (tenant_id, unit_id, valid, name, kind, path) values
    ('${TENANT}', '0190a000-0000-7000-8000-0000000000a1', '[2024-01-01,2025-01-01)', 'Skole', 'workplace', '{0190a000-0000-7000-8000-0000000000a1}'),
    ('${TENANT}', '0190a000-0000-7000-8000-0000000000a1', '[2025-01-01,)', '', 'workplace', '{0190a000-0000-7000-8000-0000000000a1}');
  insert into people (tenant_id, person_key, name) select '${TENANT}', 'p' || n, 'Navn ' || n from generate_series(1, 3000) n;
  insert into employments (tenant_id, person_id, employee_number, employed)
    select tenant_id, id, person_key, '[2020-01-01,)' from people;
  insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours)
    select tenant_id, id, employed, '0190a000-0000-7000-8000-0000000000a1', 37 from employments;
  insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_first_on, registered_on, registered_assumed)
    select tenant_id, id, 'own-sickness', '2026-01-05', null, 0.333, 'payroll', '2026-01-05', '2026-01-07', false from employments;
  insert into outbox (job, payload) values ('nightly', '{"localDate": "2026-11-22", "text": "a\\\\b"}');
  insert into partnerships (name, starts_on, ends_on) values ('Odder', '2026-01-01', '2029-01-01');
  insert into auth."user" (id, name, email, "emailVerified") values ('u1', 'Æ', 'a@b.dk', true);
  insert into auth.counted (text) values ('one'), (null);
  insert into mails (user_id, template, language, content) values ('u1', 'digest', 'da', '{}');
  insert into audit_entries (tenant_id, role, action, subject_type, subject_ids, purpose, outcome)
    values ('${TENANT}', 'administrator', 'read', 'person', '{}', '', 'allowed');`;

/** A table of an application's library whose numbers come from a sequence; none of the product's own does. */
const COUNTED = 'create table auth.counted (id serial primary key, text text)';

/** A line for each table: its name, its rows and a digest of all that they say. */
const digest = (place: Place): Promise<string[]> =>
  asSuperuser(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'auth') and tablename <> 'migrations' order by 1`,
    );
    const lines: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(row::text, '|' order by row::text), '')) as line from ${name} row`,
      );
      lines.push(`${name} ${rows[0]?.line ?? ''}`);
    }
    return lines;
  }, place.database);

interface Place extends BackupPlace {
  readonly database: string;
}

describe('backup and restore', () => {
  let folder: string;
  let archive: string;
  let source: Place;
  const runtimes: TestRuntime[] = [];
  const ask = (url: string, sql: string) => withClient(url, (client) => client.query(sql));
  const insert = (place: Place, sql: string) => asSuperuser((client) => client.query(sql), place.database);

  const freshPlace = async (): Promise<Place> => {
    const runtime = await testRuntime();
    runtimes.push(runtime);
    const { ownerUrl, databaseUrl: applicationUrl, database } = runtime;
    await ask(applicationUrl, COUNTED);
    return { ownerUrl, applicationUrl, database, dataDir: runtime.environment.dataDir };
  };
  const withFile = async (name: string, content: Buffer): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'naervaer-'));
    source = await freshPlace();
    await insert(source, SOME_ROWS);
    await mkdir(join(source.dataDir, 'files', TENANT), { recursive: true });
    await mkdir(join(source.dataDir, 'keys'));
    await writeFile(join(source.dataDir, 'files', TENANT, 'raw'), Buffer.alloc(200_000, 'fravær'));
    await writeFile(join(source.dataDir, 'files', 'empty'), '');
    await writeFile(join(source.dataDir, 'keys', 'master'), 'SECRETKEY');
    archive = join(folder, 'backup');
    expect(await backupDatabase(source, archive)).toMatchObject({ rows: 12_012, files: 2 });
  });
  afterAll(async () => {
    await Promise.all(runtimes.map((runtime) => runtime.remove()));
    const folders = runtimes.map(({ environment }) => environment.dataDir);
    await Promise.all([folder, ...folders].map((path) => rm(path, { recursive: true, force: true })));
  });

  it('gives back every row and every stored file, and row level security as it was', async () => {
    const place = await freshPlace();

    expect(await restoreDatabase(place, archive)).toMatchObject({ rows: 12_012, files: 2 });
    expect(await digest(place)).toEqual(await digest(source));
    expect(await readFile(join(place.dataDir, 'files', TENANT, 'raw'))).toEqual(
      Buffer.alloc(200_000, 'fravær'),
    );
    expect(await readFile(join(place.dataDir, 'files', 'empty'), 'utf8')).toBe('');
    const unforced = await ask(
      place.ownerUrl,
      'select relname from pg_class where relrowsecurity and not relforcerowsecurity',
    );
    expect(unforced.rows).toEqual([]);
    expect((await ask(place.ownerUrl, 'select from people')).rowCount).toBe(0);
    const added = await ask(place.applicationUrl, 'insert into auth.counted default values returning id');
    expect(added.rows).toEqual([{ id: 3 }]);
  });

  it('can be read by its owner only and holds no keys', async () => {
    expect((await stat(archive)).mode & 0o777).toBe(0o600);
    expect(gunzipSync(await readFile(archive)).includes('SECRETKEY')).toBe(false);
  });

  it('refuses a database that holds rows, and leaves it as it was', async () => {
    const place = await freshPlace();
    await insert(place, `insert into providers (name) values ('Aktør')`);
    const before = await digest(place);

    await expect(restoreDatabase(place, archive)).rejects.toThrow(
      'wants an empty database; the table providers holds rows',
    );
    expect(await digest(place)).toEqual(before);
  });

  it('refuses other migrations, stored files and a product that runs', async () => {
    const place = await freshPlace();
    await withClient(place.applicationUrl, async (client) => {
      await client.query('begin; select from spells');
      await expect(restoreDatabase(place, archive)).rejects.toThrow('the database is in use');
    });
    await mkdir(join(place.dataDir, 'files'));
    await writeFile(join(place.dataDir, 'files', 'left'), 'x');
    await expect(restoreDatabase(place, archive)).rejects.toThrow('holds files');
    await rm(join(place.dataDir, 'files'), { recursive: true });
    await ask(place.ownerUrl, `insert into migrations (timestamp, name) values (9, 'Later9')`);
    await expect(restoreDatabase(place, archive)).rejects.toThrow('this database stands after Later9');
  });

  it('takes nothing from a backup that broke off, is damaged or is no backup', async () => {
    const place = await freshPlace();
    const before = await digest(place);
    const bytes = await readFile(archive);
    const plain = gunzipSync(bytes);
    const cut = await withFile('cut', bytes.subarray(0, bytes.length - 40));
    const ended = await withFile('ended', gzipSync(plain.subarray(0, -7)));
    const shorter = await withFile(
      'shorter',
      gzipSync(Buffer.concat([plain.subarray(0, -7 - 12), plain.subarray(-7)])),
    );
    const other = await withFile('other', Buffer.from('name;first day\n'));

    await expect(restoreDatabase(place, cut)).rejects.toThrow('not a whole backup');
    await expect(restoreDatabase(place, ended)).rejects.toThrow('breaks off');
    await expect(restoreDatabase(place, shorter)).rejects.toThrow(/damaged|breaks off|not a backup/);
    await expect(restoreDatabase(place, other)).rejects.toThrow('not a whole backup');
    await expect(restoreDatabase(place, join(folder, 'missing'))).rejects.toThrow('ENOENT');
    expect(await digest(place)).toEqual(before);
    await expect(stat(join(place.dataDir, 'files'))).rejects.toThrow('ENOENT');
  });

  it('refuses to back up a table that it could not see whole', async () => {
    const place = await freshPlace();
    await ask(
      place.ownerUrl,
      'create table secrets (id int); alter table secrets enable row level security, force row level security',
    );

    await expect(backupDatabase(place, join(folder, 'never'))).rejects.toThrow('could be incomplete');
    await expect(stat(join(folder, 'never'))).rejects.toThrow('ENOENT');
  });
});
