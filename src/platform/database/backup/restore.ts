import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { codeOf } from '../embedded/error-code.js';
import { withClient } from '../embedded/with-client.js';
import { frameReader, UnusableBackup, type FrameReader, type Header } from './archive.js';
import { PLAIN_VALUES, type BackupPlace, type BackupSummary } from './backup.js';
import {
  APPLICATION_SCHEMA,
  migrationsOf,
  OWNER_SCHEMA,
  qualified,
  tablesOf,
  type Table,
} from './catalogue.js';
import { headerOf } from './entry.js';
import { loadAll, type Target } from './load.js';
import { forgetWaitingFiles, requireNoStoredFiles, settleFiles } from './stored-files.js';

/** What PostgreSQL calls a lock that was not given in time. */
const LOCKED = '55P03';

const requireSameMigrations = (header: Header, present: readonly string[]): void => {
  if (header.migrations.join() === present.join()) return;
  const last = header.migrations.at(-1) ?? 'none';
  throw new Error(
    `the backup was made after the migration ${last}, this database stands after ${present.at(-1) ?? 'none'}: ` +
      'restore with the release that made the backup into a database that it migrated, then update',
  );
};

const requireEmpty = async (client: Client, tables: readonly Table[]): Promise<void> => {
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${qualified(table)} limit 1`);
    if (rowCount !== 0)
      throw new Error(`a restore wants an empty database; the table ${table.name} holds rows`);
  }
};

const setForce = async (client: Client, tables: readonly Table[], words: string): Promise<void> => {
  for (const table of tables.filter(({ forced }) => forced)) {
    await client.query(`alter table ${qualified(table)} ${words}`);
  }
};

const begin = async (client: Client): Promise<void> => {
  await client.query(`begin; set local lock_timeout = '3s'; ${PLAIN_VALUES}`);
};

/**
 * COPY is refused under row level security, for the owner too, so it is lifted within the transaction:
 * nobody else sees it lifted, and it is back with the commit or the rollback.
 */
const prepareTarget = async (owner: Client, application: Client): Promise<Target> => {
  const ownTables = await tablesOf(owner, OWNER_SCHEMA);
  const applicationTables = await tablesOf(application, APPLICATION_SCHEMA);
  await begin(owner);
  await begin(application);
  await setForce(owner, ownTables, 'no force row level security');
  await requireEmpty(owner, ownTables);
  await requireEmpty(application, applicationTables);
  const clients = new Map([
    [OWNER_SCHEMA, owner],
    [APPLICATION_SCHEMA, application],
  ]);
  return { clients, tables: [...ownTables, ...applicationTables] };
};

/** Commits the two connections one after the other, when nothing is left that either could refuse. */
const commit = async (owner: Client, application: Client, dataDir: string): Promise<void> => {
  await owner.query('set constraints all immediate');
  await application.query('set constraints all immediate');
  const takeBack = await settleFiles(dataDir);
  try {
    await application.query('commit');
    await owner.query('commit');
  } catch (fault) {
    await takeBack();
    throw fault;
  }
};

const analyze = async ({ clients, tables }: Target): Promise<void> => {
  for (const table of tables) await clients.get(table.schema)?.query(`analyze ${qualified(table)}`);
};

const restoreFrom = async (place: BackupPlace, next: FrameReader): Promise<BackupSummary> =>
  withClient(place.ownerUrl, (owner) =>
    withClient(place.applicationUrl, async (application) => {
      requireSameMigrations(headerOf(await next()), await migrationsOf(owner));
      await requireNoStoredFiles(place.dataDir);
      const target = await prepareTarget(owner, application);
      const summary = await loadAll(target, place.dataDir, next);
      await setForce(owner, target.tables, 'force row level security');
      await commit(owner, application, place.dataDir);
      await analyze(target);
      return summary;
    }),
  );

const inPlainWords = (fault: unknown): unknown => {
  const code = codeOf(fault);
  if (code.startsWith('Z_'))
    return new UnusableBackup('the file is not a whole backup of this product', { cause: fault });
  if (code === LOCKED)
    return new Error('the database is in use: stop the product, then restore', { cause: fault });
  return fault;
};

/**
 * Fills an empty database that the same release migrated, and an empty folder of stored files, from a backup:
 * all of it or nothing. The keys (`keys/` of the data directory) are not in it and must be brought back first.
 * @throws UnusableBackup when the file is no whole backup.
 */
export const restoreDatabase = async (place: BackupPlace, file: string): Promise<BackupSummary> => {
  const source = createReadStream(file);
  const plain = createGunzip();
  pipeline(source, plain, () => undefined);
  try {
    return await restoreFrom(place, frameReader(plain));
  } catch (fault) {
    throw inPlainWords(fault);
  } finally {
    plain.destroy();
    source.destroy();
    await forgetWaitingFiles(place.dataDir);
  }
};
