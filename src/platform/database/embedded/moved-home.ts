import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Owner } from './address.js';
import { binariesIn, type Binaries } from './binaries.js';

const run = promisify(execFile);

/** The last resort of root: a place that an ordinary user can reach. */
const PLACE = '/var/lib/naervaer';

/** Left in the data directory, so that a later start finds the data also where it would not have moved them. */
const signpostIn = (home: string): string => join(home, 'postgres.moved-to');

export const movedHomeOf = (home: string): Promise<string | null> =>
  readFile(signpostIn(home), 'utf8').then(
    (path) => path.trim(),
    () => null,
  );

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Copies under a passing name, so that an interrupted copy is never taken for a whole one. */
const copyWhole = async (from: string, to: string, owner: Owner): Promise<void> => {
  if (await exists(to)) return;
  const passing = `${to}.new-${process.pid}`;
  await rm(passing, { recursive: true, force: true });
  await run('cp', ['-a', from, passing]);
  await run('chown', ['-R', `${owner.uid}:${owner.gid}`, passing]);
  await rename(passing, to);
};

/** Moves the programs, and the data if there are any yet, to where the unprivileged user can run them. */
export const moveOut = async (
  home: string,
  binaries: Binaries,
  owner: Owner,
  log: (line: string) => void,
): Promise<{ home: string; binaries: Binaries }> => {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const newHome = (await movedHomeOf(home)) ?? join(PLACE, name);
  const engine = join(PLACE, `engine-${binaries.version}`);
  await mkdir(newHome, { recursive: true });
  await chmod(PLACE, 0o755);
  await chmod(newHome, 0o700);
  await chown(newHome, owner.uid, owner.gid);
  await copyWhole(binaries.native, engine, { uid: 0, gid: 0 });
  const old = join(home, 'postgres');
  if (await exists(old)) {
    await copyWhole(old, join(newHome, 'postgres'), owner);
    await rename(old, join(home, 'postgres.before-move'));
  }
  await writeFile(signpostIn(home), `${newHome}\n`);
  log(`PostgreSQL cannot run as root here; its data are kept in ${newHome} instead of ${old}`);
  return { home: newHome, binaries: binariesIn(engine, binaries.version) };
};
