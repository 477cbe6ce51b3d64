import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, chooseAddress, urlOf, type Address } from './address.js';
import { SUPERUSER } from './cluster.js';
import { clusterIn, type Footing } from './footing.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { launch, type ServerProcess } from './server-process.js';
import type { Settings } from './settings.js';
import { withClient } from './with-client.js';

/** What a start needs to know. */
export interface Stand {
  readonly footing: Footing;
  readonly settings: Settings;
  readonly log: (line: string) => void;
}

export interface Running {
  readonly address: Address;
  /** null when another process started it. */
  readonly process: ServerProcess | null;
}

/** Making good an interrupted run reads at most `max_wal_size` of log, minutes on a slow disk. */
const PATIENCE_MS = 300_000;
const PAUSE_MS = 15;
/** A rival that starts at the same moment, or remains of a killed server that take a moment to go. */
const PASSING_FAULT = /lock file .* (already exists|is empty)|shared memory block/;

const accepts = (address: Address): Promise<boolean> =>
  withClient(urlOf(address, SUPERUSER, 'postgres'), (client) => client.query('select')).then(
    () => true,
    () => false,
  );

const join = async ({ footing }: Stand, postmaster: Postmaster): Promise<Running | null> => {
  if (!postmaster.address || !postmaster.isReady) return null;
  const address = await addressOf(footing.home, postmaster.address);
  return (await accepts(address)) ? { address, process: null } : null;
};

/** Asked of the server's own file first: connections that come too early fill its log. */
const isUp = async (cluster: string, started: ServerProcess): Promise<boolean> => {
  const postmaster = await findPostmaster(cluster);
  return postmaster !== null && postmaster.pid === started.pid && postmaster.isReady;
};

/** null when a rival was quicker. */
const start = async ({ footing, settings, log }: Stand, deadline: number): Promise<Running | null> => {
  const address = await chooseAddress(footing.home, footing.owner);
  const started = await launch(footing, address, settings, log);
  while (!started.hasExited() && Date.now() < deadline) {
    if ((await isUp(clusterIn(footing.home), started)) && (await accepts(address))) {
      return { address, process: started };
    }
    await sleep(PAUSE_MS);
  }
  const hadTime = started.hasExited();
  await started.stop();
  if (hadTime && PASSING_FAULT.test(started.lastWords())) return null;
  throw new Error(`The embedded PostgreSQL did not start:\n${started.lastWords()}`);
};

/** Joins the server that serves these data, waits for one that is coming up or going down, or starts one. */
export const joinOrStart = async (stand: Stand): Promise<Running> => {
  const deadline = Date.now() + PATIENCE_MS;
  const cluster = clusterIn(stand.footing.home);
  while (Date.now() < deadline) {
    const postmaster = await findPostmaster(cluster);
    const running = postmaster ? await join(stand, postmaster) : await start(stand, deadline);
    if (running) return running;
    await sleep(PAUSE_MS);
  }
  throw new Error(`A PostgreSQL server holds ${cluster} and does not answer; end it and start again`);
};
