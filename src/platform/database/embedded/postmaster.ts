import { execFile } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Address } from './address.js';
import { codeOf } from './error-code.js';

const run = promisify(execFile);

/** What a server writes about itself into its data directory while it runs. */
export interface Postmaster {
  readonly pid: number;
  /** null for the first moments of a start. */
  readonly address: Omit<Address, 'password'> | null;
  /** Whether it says that it takes connections; not yet while it starts, no more while it stops. */
  readonly isReady: boolean;
}

const pidFileIn = (cluster: string): string => join(cluster, 'postmaster.pid');

export const isRunning = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
};

/** Lines of the file: pid, data directory, start, port, folder of the socket, listening address, memory, state. */
const decode = (text: string): Postmaster | null => {
  const [pid, , , port, folder, loopback, , state] = text.split('\n').map((line) => line.trim());
  if (!pid) return null;
  const host = folder || loopback;
  const whole = port !== undefined && loopback !== undefined && host;
  return {
    pid: Number(pid),
    address: whole ? { host, port: Number(port) } : null,
    isReady: state === 'ready',
  };
};

const read = (file: string): Promise<Postmaster | null> => readFile(file, 'utf8').then(decode, () => null);

const commandLineOf = async (pid: number): Promise<string> => {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
};

/** Whether somebody listens there: a server in another container shares the files but not the process numbers. */
const answers = (address: Postmaster['address']): Promise<boolean> =>
  new Promise((resolve) => {
    if (!address?.host.startsWith('/')) return resolve(false);
    const socket = connect(join(address.host, `.s.PGSQL.${address.port}`));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

/** A number can pass to another process, after a reboot or in a new container. */
const isServerOf = async ({ pid, address }: Postmaster, cluster: string): Promise<boolean> => {
  if (process.platform === 'win32') return isRunning(pid);
  if (isRunning(pid) && (await commandLineOf(pid)).includes(cluster)) return true;
  return answers(address);
};

/**
 * Removes the file of a server that is gone when its number belongs to another process by now: the next
 * server would take that process for it and refuse. A file that changed hands in between is put back.
 */
const forget = async (cluster: string, gone: number): Promise<void> => {
  const file = pidFileIn(cluster);
  const aside = `${file}.gone-${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const text = await readFile(aside, 'utf8').catch(() => '');
  if (text && decode(text)?.pid !== gone) await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  await rm(aside, { force: true });
};

/** The server that runs on these data, whoever started it; null when none does. */
export const findPostmaster = async (cluster: string): Promise<Postmaster | null> => {
  const found = await read(pidFileIn(cluster));
  if (!found) return null;
  if (await isServerOf(found, cluster)) return found;
  if (isRunning(found.pid)) await forget(cluster, found.pid);
  return null;
};
