// Runs outside Jest's own module system, and uses the built product as the tests do.
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import build from './build.mjs';

/** The template that each test file's database is copied from. */
const TEMPLATE = 'naervaer_template';
const nothing = () => undefined;

const makeTemplate = async (server, dataDir) => {
  const { prepareDatabase } = await import('../../dist/src/application.js');
  const { readEnvironment } = await import('../../dist/src/config/env.js');
  const { connectionOf } = await import('../../dist/src/platform/database/connection.js');
  const { ensureDatabase } = await import('../../dist/src/platform/database/embedded/roles.js');
  const superuser = new pg.Client(connectionOf(server.superuserUrl));
  await superuser.connect();
  const at = (url) => url.replace(/\/(naervaer|postgres)\?/, `/${TEMPLATE}?`);
  await ensureDatabase(superuser, TEMPLATE, at(server.superuserUrl));
  await prepareDatabase({
    environment: readEnvironment({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    databaseUrl: at(server.applicationUrl),
    ownerUrl: at(server.ownerUrl),
    log: { info: nothing, warn: nothing, error: nothing },
  });
  await superuser.end();
};

/** A server in memory, and one migrated database to copy: a test file's own is made in some 20 ms. */
export default async function setUp() {
  if (process.env.TEST_SUPERUSER_URL) return;
  build();
  const { startEmbeddedPostgres } =
    await import('../../dist/src/platform/database/embedded/embedded-postgres.js');
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const dataDir = await mkdtemp(join(memory, 'naervaer-test-'));
  const server = await startEmbeddedPostgres({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  globalThis.testServer = server;
  process.env.TEST_DATA_DIR = dataDir;
  process.env.TEST_SUPERUSER_URL = server.superuserUrl;
  process.env.TEST_OWNER_URL = server.ownerUrl;
  process.env.TEST_APPLICATION_URL = server.applicationUrl;
  await makeTemplate(server, dataDir);
}
