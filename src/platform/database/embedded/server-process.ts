import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Address } from './address.js';
import { listenSettings } from './address.js';
import { clusterIn, type Footing } from './footing.js';
import { canDieWithParent, dyingWithParent } from './machine.js';
import { settingArguments, type Settings } from './settings.js';

/** A server that this process started. */
export interface ServerProcess {
  readonly pid: number | undefined;
  /** What it said last, for the message of a start that failed. */
  readonly lastWords: () => string;
  readonly hasExited: () => boolean;
  /** Ends open connections, writes everything down and resolves when the server is gone. */
  readonly stop: () => Promise<void>;
}

const KEPT_LINES = 20;
/** What a server says on every start and stop is not for the people who start the product. */
const ROUTINE = /^LOG:|^FATAL: +(terminating connection|the database system is)/;
const ALARMING = /terminated by signal|not properly shut down/;
/** After this long an orderly stop is given up; the log makes good what is then missing. */
const STOP_PATIENCE_MS = 60_000;

const commandOf = async (footing: Footing, address: Address, settings: Settings) => {
  const options = settingArguments(settings, listenSettings(address));
  const bare = { program: footing.binaries.postgres, args: ['-D', clusterIn(footing.home), ...options] };
  return footing.wrap((await canDieWithParent()) ? dyingWithParent(bare) : bare);
};

/**
 * Starts the server. It leads a process group of its own, so that Ctrl-C in a terminal reaches only the
 * product, which then stops the server last; the hook on exit serves systems that cannot tie it to its parent.
 */
export const launch = async (
  footing: Footing,
  address: Address,
  settings: Settings,
  log: (line: string) => void,
): Promise<ServerProcess> => {
  const { program, args } = await commandOf(footing, address, settings);
  const stdio: ['ignore', 'ignore', 'pipe'] = ['ignore', 'ignore', 'pipe'];
  const child = spawn(program, args, { stdio, detached: true, ...footing.owner });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    if (!ROUTINE.test(line) || ALARMING.test(line)) log(`PostgreSQL: ${line}`);
  });
  let exited = false;
  const ask = (): void => {
    if (process.platform !== 'win32') child.kill('SIGINT');
    else
      execFile(footing.binaries.pgCtl, ['stop', '-m', 'fast', '-D', clusterIn(footing.home)]).on(
        'error',
        () => child.kill(),
      );
  };
  const onExit = (): void => void child.kill('SIGINT');
  process.once('exit', onExit);
  const gone = new Promise<void>((resolve) => {
    const end = (): void => {
      exited = true;
      process.removeListener('exit', onExit);
      resolve();
    };
    child.once('exit', end);
    child.once('error', (fault) => {
      lines.push(fault.message);
      end();
    });
  });
  const stop = async (): Promise<void> => {
    if (!exited) ask();
    const impatience = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS);
    await gone;
    clearTimeout(impatience);
  };
  return { pid: child.pid, lastWords: () => lines.join('\n'), hasExited: () => exited, stop };
};
