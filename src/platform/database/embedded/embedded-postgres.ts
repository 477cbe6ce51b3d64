import { mkdir, realpath } from 'node:fs/promises';
import { urlOf } from './address.js';
import { findBinaries } from './binaries.js';
import { ensureCluster, SUPERUSER } from './cluster.js';
import { findFooting } from './footing.js';
import { joinOrStart, type Running, type Stand } from './join-or-start.js';
import { APPLICATION_ROLE, DATABASE, ensureFurniture, OWNER_ROLE } from './roles.js';
import { isDurable } from './settings.js';
import { keepRunning } from './keep-running.js';

export interface EmbeddedOptions {
  /** Where the product keeps its data; the server's are in `postgres` below it. Made if missing. */
  readonly dataDir: string;
  /** Further settings of PostgreSQL, such as `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
}

export interface EmbeddedServer {
  /** On the database `postgres`; for tests and for `create database`, never for the product's own work. */
  readonly superuserUrl: string;
  /** Migrates. */
  readonly ownerUrl: string;
  /** Does the product's work, under row level security. */
  readonly applicationUrl: string;
  /** False when it joined a server that already ran. */
  readonly startedHere: boolean;
  /** Stops a server that was started here, and resolves when it is gone; leaves any other running. */
  stop(): Promise<void>;
}

const prepare = async (options: EmbeddedOptions): Promise<Stand> => {
  const log = options.log ?? (() => undefined);
  const settings = options.settings ?? {};
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const home = await realpath(options.dataDir);
  const footing = await findFooting(home, await findBinaries(), log);
  await ensureCluster(footing, isDurable(settings), log);
  return { footing, settings, log };
};

const furnish = ({ address }: Running): Promise<void> =>
  ensureFurniture(
    urlOf(address, SUPERUSER, 'postgres'),
    urlOf(address, SUPERUSER, DATABASE),
    address.password,
  );

/**
 * Starts the real PostgreSQL that comes with the packages, or joins the one that already serves these data.
 * Roles and database are there when it resolves; tables are not.
 */
export const startEmbeddedPostgres = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  const stand = await prepare(options);
  const first = await joinOrStart(stand);
  await furnish(first);
  const kept = keepRunning(stand, first);
  const { address } = first;
  return {
    superuserUrl: urlOf(address, SUPERUSER, 'postgres'),
    ownerUrl: urlOf(address, OWNER_ROLE, DATABASE),
    applicationUrl: urlOf(address, APPLICATION_ROLE, DATABASE),
    get startedHere() {
      return kept.current().process !== null;
    },
    stop: () => kept.end(),
  };
};
