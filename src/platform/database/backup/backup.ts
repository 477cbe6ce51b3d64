import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { withClient } from '../embedded/with-client.js';
import { frame, jsonFrame } from './archive.js';
import {
  APPLICATION_SCHEMA,
  columnList,
  migrationsOf,
  OWNER_SCHEMA,
  qualified,
  sequencesOf,
  tablesOf,
  type Table,
} from './catalogue.js';
import { openEveryDoor } from './every-door.js';
import { storedFileFrames } from './stored-files.js';

/** What is backed up, or restored into. */
export interface BackupPlace {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly dataDir: string;
}

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** Values read alike by any server that restores them. */
export const PLAIN_VALUES = `set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC'; set local extra_float_digits = 1`;

/** Text compresses well at the lowest level, and higher ones make the processor the limit. */
const COMPRESSION = { level: 2 };

class Tally {
  tables = 0;
  rows = 0;
  files = 0;
}

async function* tableFrames(client: Client, table: Table, tally: Tally): AsyncGenerator<Buffer> {
  const { schema, name, columns } = table;
  yield jsonFrame('table', { schema, name, columns });
  const copy = client.query(copyTo(`copy (select ${columnList(table)} from ${qualified(table)}) to stdout`));
  for await (const chunk of copy as AsyncIterable<Buffer>) yield frame('data', chunk);
  yield jsonFrame('end', { measure: copy.rowCount });
  tally.tables += 1;
  tally.rows += copy.rowCount;
}

async function* schemaFrames(client: Client, schema: string, tally: Tally): AsyncGenerator<Buffer> {
  for (const table of await tablesOf(client, schema)) yield* tableFrames(client, table, tally);
  for (const sequence of await sequencesOf(client, schema)) yield jsonFrame('sequence', sequence);
}

async function* archiveFrames(
  owner: Client,
  application: Client,
  dataDir: string,
  tally: Tally,
): AsyncGenerator<Buffer> {
  const migrations = await migrationsOf(owner);
  yield jsonFrame('header', {
    format: 'naervaer-backup',
    version: 1,
    createdAt: new Date().toISOString(),
    migrations,
  });
  yield* schemaFrames(owner, OWNER_SCHEMA, tally);
  yield* schemaFrames(application, APPLICATION_SCHEMA, tally);
  yield* storedFileFrames(dataDir, () => (tally.files += 1));
  yield jsonFrame('closing', {});
}

/** Both connections see the database as it stands at this moment. */
const beginTogether = async (owner: Client, application: Client): Promise<void> => {
  await owner.query('begin isolation level repeatable read read only');
  const { rows } = await owner.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
  await application.query('begin isolation level repeatable read read only');
  await application.query(`set transaction snapshot '${rows[0]?.snapshot ?? ''}'`);
  await owner.query(PLAIN_VALUES);
  await application.query(PLAIN_VALUES);
  await openEveryDoor(owner);
};

const flush = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
};

/**
 * Writes the database and the stored files to one compressed file that its owner alone can read; the product
 * may run meanwhile. Left out: the keys (`keys/` of the data directory), without which the encrypted parts
 * stay closed, and waiting jobs, which the outbox queues again. The file appears when it is whole.
 */
export const backupDatabase = async (place: BackupPlace, outFile: string): Promise<BackupSummary> => {
  const tally = new Tally();
  const unfinished = `${outFile}.unfinished-${process.pid}`;
  try {
    await withClient(place.ownerUrl, (owner) =>
      withClient(place.applicationUrl, async (application) => {
        await beginTogether(owner, application);
        const frames = Readable.from(archiveFrames(owner, application, place.dataDir, tally));
        await pipeline(frames, createGzip(COMPRESSION), createWriteStream(unfinished, { mode: 0o600 }));
      }),
    );
    await flush(unfinished);
    await rename(unfinished, outFile);
  } finally {
    await rm(unfinished, { force: true });
  }
  return { ...tally };
};
