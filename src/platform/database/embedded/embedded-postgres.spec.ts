import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedServer } from './embedded-postgres.js';

const QUICK = { fsync: 'off', shared_buffers: '16MB' };

const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Starts the server in a process of its own and waits until that says so. */
const startElsewhere = async (dataDir: string) => {
  const script = `import { startEmbeddedPostgres } from './embedded-postgres.js';
    const server = await startEmbeddedPostgres(${JSON.stringify({ dataDir, settings: QUICK })});
    console.log(JSON.stringify({ startedHere: server.startedHere }));
    process.stdin.on('end', () => server.stop()).resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { ...(JSON.parse(line) as { startedHere: boolean }), kill, leave: () => child.stdin.end() };
};

describe('the embedded server', () => {
  let folder: string;
  let dataDir: string;
  let server: EmbeddedServer;
  const start = (): Promise<EmbeddedServer> => startEmbeddedPostgres({ dataDir, settings: QUICK });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'naervaer-'));
    dataDir = join(folder, 'data');
  });
  beforeEach(async () => {
    server = await start();
  });
  afterEach(() => server.stop());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is a real PostgreSQL 18 with the rights of the two roles', async () => {
    const [version] = await ask(
      server.superuserUrl,
      `select current_setting('server_version_num')::int / 10000 as major`,
    );
    const roles = await ask(
      server.superuserUrl,
      `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles
       where rolname like 'naervaer%' order by 1`,
    );

    expect(version).toEqual({ major: 18 });
    const plain = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolcanlogin: true,
    };
    expect(roles).toEqual([
      { rolname: 'naervaer_app', ...plain },
      { rolname: 'naervaer_owner', ...plain },
    ]);
  });

  it('lets the owner make tables and the application only use what it is given', async () => {
    await ask(
      server.ownerUrl,
      'create schema extra; drop schema extra; create table public.kept (id int); insert into kept values (7)',
    );

    await expect(ask(server.applicationUrl, 'create table public.mine (id int)')).rejects.toThrow(
      'permission denied',
    );
    await expect(ask(server.applicationUrl, 'select * from kept')).rejects.toThrow('permission denied');
    await ask(server.ownerUrl, 'grant select on kept to naervaer_app');
    await ask(server.applicationUrl, 'create temporary table passing (id int)');
    expect(await ask(server.applicationUrl, 'select * from kept')).toEqual([{ id: 7 }]);
  });

  it('keeps its data over a restart', async () => {
    expect(server.startedHere).toBe(true);
    expect(await ask(server.ownerUrl, 'select * from kept')).toEqual([{ id: 7 }]);
  });

  it('is joined by a second start, which leaves it running', async () => {
    const second = await start();

    expect(second.startedHere).toBe(false);
    expect(second.applicationUrl).toBe(server.applicationUrl);
    await second.stop();
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is started again at the same address for one who joined it and stays', async () => {
    const second = await start();
    await server.stop();
    for (let tries = 0; tries < 300 && !second.startedHere; tries++)
      await new Promise((done) => setTimeout(done, 20));

    expect(second.startedHere).toBe(true);
    expect(await ask(second.ownerUrl, 'select * from kept')).toEqual([{ id: 7 }]);
    await second.stop();
  });

  it('survives the killing of the process that started it, as a server or by a new start', async () => {
    await server.stop();
    const first = await startElsewhere(dataDir);
    expect(first.startedHere).toBe(true);
    await first.kill();

    server = await start();
    expect(await ask(server.ownerUrl, 'select * from kept')).toEqual([{ id: 7 }]);
  });

  it('starts where the number of a killed server has passed to another process', async () => {
    await server.stop();
    await writeFile(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.ppid}\n${dataDir}/postgres\n1\n5432\n\n\n`,
      { mode: 0o600 },
    );

    server = await start();
    expect(server.startedHere).toBe(true);
  });

  it('makes one cluster when two processes make their first start at the same moment', async () => {
    const fresh = join(folder, 'fresh');
    await mkdir(join(fresh, 'postgres.new-999999999-interrupted'), { recursive: true });
    const both = await Promise.all([startElsewhere(fresh), startElsewhere(fresh)]);

    expect(both.map(({ startedHere }) => startedHere).sort()).toEqual([false, true]);
    expect((await readdir(fresh)).filter((name) => name.includes('new'))).toEqual([]);
    await Promise.all(both.map(({ kill }) => kill()));
  });

  it('says so when the data were made by another version', async () => {
    const old = join(folder, 'old');
    await mkdir(join(old, 'postgres'), { recursive: true });
    await writeFile(join(old, 'postgres', 'PG_VERSION'), '17\n');

    await expect(startEmbeddedPostgres({ dataDir: old })).rejects.toThrow(
      'made by PostgreSQL 17, this is 18',
    );
  });

  it('tells why when it cannot start', async () => {
    const copy = join(folder, 'copy');
    await server.stop();
    await cp(join(dataDir, 'postgres'), join(copy, 'postgres'), { recursive: true });

    await expect(
      startEmbeddedPostgres({ dataDir: copy, settings: { shared_buffers: 'much' } }),
    ).rejects.toThrow(/did not start:\n.*invalid value for parameter "shared_buffers"/);
  });

  it('listens on a short path however deep its data lie', async () => {
    const deep = join(folder, 'd'.repeat(60), 'e'.repeat(60));
    await server.stop();
    await cp(join(dataDir, 'postgres'), join(deep, 'postgres'), { recursive: true });

    server = await startEmbeddedPostgres({ dataDir: deep, settings: QUICK });
    expect(await ask(server.ownerUrl, 'select * from kept')).toEqual([{ id: 7 }]);
    const socketFolder =
      (await readFile(join(deep, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[4] ?? '';
    expect(socketFolder).toMatch(/^.{1,80}$/);
    await server.stop();
    await rm(socketFolder, { recursive: true });
  });
});
