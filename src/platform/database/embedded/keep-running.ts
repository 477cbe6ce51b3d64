import { clusterIn } from './footing.js';
import { joinOrStart, type Running, type Stand } from './join-or-start.js';
import { findPostmaster } from './postmaster.js';

export interface Kept {
  readonly current: () => Running;
  readonly end: () => Promise<void>;
}

const WATCH_MS = 500;

/**
 * Starts the server again when it is gone and this process still needs it: it may have crashed, or belonged
 * to a command of a few seconds that `npm start` joined. The address stays the same, so pools reconnect by
 * themselves; without sockets the port would change, so there the server stays gone.
 */
export const keepRunning = (stand: Stand, first: Running): Kept => {
  let running = first;
  let ended = false;
  let starting: Promise<void> = Promise.resolve();
  const startAgain = async (): Promise<void> => {
    if (ended || (await findPostmaster(clusterIn(stand.footing.home)))) return;
    stand.log('PostgreSQL: the server is gone; starting it again');
    running = await joinOrStart(stand);
  };
  const watch = setInterval(() => {
    starting = starting.then(startAgain).catch((fault: unknown) => stand.log(String(fault)));
  }, WATCH_MS);
  watch.unref();
  if (process.platform === 'win32') clearInterval(watch);
  const end = async (): Promise<void> => {
    ended = true;
    clearInterval(watch);
    await starting;
    await running.process?.stop();
  };
  return { current: () => running, end };
};
