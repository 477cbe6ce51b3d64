import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { listenSettings, type Address } from './address.js';
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

type Child = ChildProcessByStdio<null, null, Readable>;

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

/** What the server said last; on the way there, what matters is told. */
const listenTo = (child: Child, log: (line: string) => void): string[] => {
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    if (!ROUTINE.test(line) || ALARMING.test(line)) log(`PostgreSQL: ${line}`);
  });
  child.on('error', (fault) => lines.push(fault.message));
  return lines;
};

/** Resolves when the process is gone and all that it said has arrived, also when it never came to be. */
const endOf = (child: Child): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });

const askToStop = (child: Child, { binaries, home }: Footing): void => {
  if (process.platform !== 'win32') child.kill('SIGINT');
  else
    execFile(binaries.pgCtl, ['stop', '-m', 'fast', '-D', clusterIn(home)]).on('error', () => child.kill());
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
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    windowsHide: true,
    ...footing.owner,
  });
  const lines = listenTo(child, log);
  let exited = false;
  const onExit = (): void => void child.kill('SIGINT');
  process.once('exit', onExit);
  const gone = endOf(child).then(() => {
    exited = true;
    process.removeListener('exit', onExit);
  });
  const stop = async (): Promise<void> => {
    if (!exited) askToStop(child, footing);
    const impatience = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS);
    await gone;
    clearTimeout(impatience);
  };
  return { pid: child.pid, lastWords: () => lines.join('\n'), hasExited: () => exited, stop };
};
