import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readEnvironment } from '../../src/config/env.js';
import { connectionOf } from '../../src/platform/database/connection.js';
import { OWNER_ROLE } from '../../src/platform/database/embedded/roles.js';
import type { Log, Runtime } from '../../src/platform/runtime.js';

const nothing = (): void => undefined;
export const silentLog: Log = { info: nothing, warn: nothing, error: nothing };

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run with the integration, faults or browser project`);
  return value;
};

/** Asks the server as its superuser: for making databases, and for attacks that only a superuser could make. */
export const asSuperuser = async <T>(
  work: (client: pg.Client) => Promise<T>,
  database = 'postgres',
): Promise<T> => {
  const client = new pg.Client({ ...connectionOf(setting('TEST_SUPERUSER_URL')), database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

export interface TestRuntime extends Runtime {
  readonly database: string;
  /** Drops the database. */
  remove(): Promise<void>;
}

/** A runtime on a database of its own, copied from the migrated template. */
export const testRuntime = async (overrides: Readonly<Record<string, string>> = {}): Promise<TestRuntime> => {
  const database = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asSuperuser((client) =>
    client.query(`create database ${database} template naervaer_template owner ${OWNER_ROLE}`),
  );
  const at = (name: string): string => setting(name).replace(/\/naervaer\?/, `/${database}?`);
  const dataDir = await mkdtemp(join(tmpdir(), 'naervaer-'));
  return {
    database,
    databaseUrl: at('TEST_APPLICATION_URL'),
    ownerUrl: at('TEST_OWNER_URL'),
    environment: readEnvironment({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...overrides }),
    log: silentLog,
    remove: () =>
      asSuperuser(async (client) => void (await client.query(`drop database ${database} with (force)`))),
  };
};
