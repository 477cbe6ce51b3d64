import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase } from '../src/application.js';
import { readEnvironment } from '../src/config/env.js';
import { connectionOf } from '../src/platform/database/connection.js';
import {
  startEmbeddedPostgres,
  type EmbeddedServer,
} from '../src/platform/database/embedded/embedded-postgres.js';
import { copySpells, loadEmployer } from './employer/stock.js';
import { spellsInOrder, type Spell } from './employer/spells.js';
import { quietLog } from './surroundings.js';

/** One database of the server and the addresses of those who work in it. */
export interface Database {
  readonly applicationUrl: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
}

/** What subjects play on: a server of its own with the product's settings, and an employer of some size. */
export interface Stage {
  readonly employees: number;
  /** Sent by the subject that sends answers to a survey. */
  readonly answers: number;
  /** Files of this run; gone at its end. */
  readonly folder: string;
  readonly spells: () => readonly Spell[];
  tell(line: string): void;
  /** A migrated database with the employer's roster and no absence. */
  database(): Promise<Database>;
  drop(database: Database): Promise<void>;
  /** The one with the roster and every spell; shared by those who only read. */
  stocked(): Promise<Database>;
  close(): Promise<void>;
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Works as the superuser on one connection. */
export const asSuperuser = async <T>(
  { superuserUrl }: Database,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(connectionOf(superuserUrl));
  // A server that goes away fails the work under way, not the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const databaseOn = (server: EmbeddedServer, name: string): Database => {
  const at = (url: string): string => url.replace(/\/(naervaer|postgres)\?/, `/${name}?`);
  return {
    applicationUrl: at(server.applicationUrl),
    ownerUrl: at(server.ownerUrl),
    superuserUrl: at(server.superuserUrl),
  };
};

const TEMPLATE = 'naervaer';

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** Starts the server with durable settings, as the product does, and migrates the template of its databases. */
export const openStage = async ({
  employees,
  answers,
}: Pick<Stage, 'employees' | 'answers'>): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), 'naervaer-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, log: tell });
  const close = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  let count = 0;
  const spells = once(() => spellsInOrder(employees));
  const database = async (): Promise<Database> => {
    const name = `bench_${(count += 1)}`;
    await asSuperuser(databaseOn(server, 'postgres'), (client) =>
      client.query(`create database ${name} template ${TEMPLATE}`),
    );
    const made = databaseOn(server, name);
    await asSuperuser(made, (client) => loadEmployer(client, employees));
    return made;
  };
  const drop = async ({ superuserUrl }: Database): Promise<void> => {
    const name = connectionOf(superuserUrl).database;
    await asSuperuser(databaseOn(server, 'postgres'), (client) =>
      client.query(`drop database ${name} with (force)`),
    );
  };
  const stock = async (): Promise<Database> => {
    tell(`stocking a database with ${spells().length} spells of ${employees} employees`);
    const made = await database();
    await asSuperuser(made, async (client) => {
      await copySpells(client, spells());
      await client.query('vacuum analyze spells');
    });
    return made;
  };
  await prepareDatabase({
    environment: readEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'silent' }),
    databaseUrl: databaseOn(server, TEMPLATE).applicationUrl,
    ownerUrl: databaseOn(server, TEMPLATE).ownerUrl,
    log: quietLog,
  });
  return { employees, answers, folder, spells, tell, database, drop, stocked: once(stock), close };
};
