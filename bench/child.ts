import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Child<Message> {
  /** The first message that the child sends. @throws Error when it ends without one */
  readonly message: Promise<Message>;
  readonly pid: number;
  /** Asks the child to end and waits until it has. */
  stop(): Promise<void>;
}

/** Runs a script beside this one in a process of its own, whose output goes to standard error. */
export const startChild = <Message>(script: string, argument: object): Child<Message> => {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, [JSON.stringify(argument)], { stdio: ['ignore', 2, 2, 'ipc'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const message = new Promise<Message>((resolve, reject) => {
    child.once('message', (sent) => resolve(sent as Message));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} and without a word`)));
  });
  message.catch(() => undefined);
  return {
    message,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
};

/** In the child: what it was started with. */
export const argumentOf = <Argument>(): Argument => JSON.parse(process.argv[2] ?? '{}') as Argument;

/** In the child: says one thing to the parent. */
export const say = (message: object): void => void process.send?.(message);

/** In the child: what to do when the parent asks to end, or is gone. */
export const whenAsked = (end: () => Promise<void>): void => {
  process.once('disconnect', () => void end().finally(() => process.exit(0)));
};

/** The most memory that this process has held at once, in MB; Linux counts it since the program was started. */
export const peakMemory = (): number => {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes) return Math.round(Number(kilobytes) / 1024);
  } catch {
    // Other systems have no such file.
  }
  return Math.round(process.resourceUsage().maxRSS / 1024);
};
