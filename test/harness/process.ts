import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

export const ROOT = process.cwd();

/** A port that nobody listens on just now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

export interface Running {
  readonly child: ChildProcess;
  /** What it has said so far. */
  said(): string;
  /** Resolves when it has said this. @throws Error when it ends before. */
  until(words: string): Promise<void>;
  /** Sends a signal and resolves with the exit code, or null after a signal that cannot be caught. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The built product as a process of its own; `npm test` builds first. */
export const runBuilt = (
  entry: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Running => {
  const { TEST_SUPERUSER_URL, ...inherited } = process.env;
  void TEST_SUPERUSER_URL;
  const child = spawn(process.execPath, [resolve(ROOT, 'dist/src', entry), ...args], {
    cwd: ROOT,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return {
    child,
    said: () => text,
    until: async (words) => {
      while (!text.includes(words)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`it ended before it said "${words}": ${text}`);
        await new Promise((wait) => setTimeout(wait, 25));
      }
    },
    end: async (signal) => {
      if (child.exitCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
};
