import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { passwordFileIn } from './address.js';
import { clusterIn, type Footing } from './footing.js';
import { isRunning } from './postmaster.js';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';

const versionOf = (cluster: string): Promise<string | null> =>
  readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );

const initdbArguments = (folder: string, home: string, durable: boolean): string[] => {
  const local = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${local}`, '-E', 'UTF8'];
  const access =
    process.platform === 'win32'
      ? ['--auth=scram-sha-256', `--pwfile=${passwordFileIn(home)}`]
      : ['--auth-local=trust', '--auth-host=reject'];
  return ['-D', folder, '-U', SUPERUSER, ...locale, ...access, ...(durable ? [] : ['--no-sync'])];
};

/** Leftovers of first starts that were interrupted; those of a start under way are left alone. */
const clearInterrupted = async (home: string): Promise<void> => {
  const prefix = `${basename(clusterIn(home))}.new-`;
  const leftovers = (await readdir(home)).filter((name) => name.startsWith(prefix));
  for (const name of leftovers) {
    const maker = Number(name.slice(prefix.length).split('-')[0]);
    if (!isRunning(maker)) await rm(join(home, name), { recursive: true, force: true });
  }
};

const makeUnder = async (passing: string, footing: Footing, durable: boolean): Promise<void> => {
  const args = initdbArguments(passing, footing.home, durable);
  const command = footing.wrap({ program: footing.binaries.initdb, args });
  await run(command.program, [...command.args], { ...footing.owner }).catch(
    (fault: Error & { stderr?: string }) => {
      throw new Error(
        `PostgreSQL could not create its data directory: ${fault.stderr?.trim() || fault.message}`,
      );
    },
  );
};

/** Of two first starts at the same moment one gives its cluster the name, and the other finds it there. */
const settle = async (passing: string, cluster: string): Promise<void> => {
  try {
    await rename(passing, cluster);
  } catch (fault) {
    await rm(passing, { recursive: true, force: true });
    if ((await versionOf(cluster)) === null) throw fault;
  }
};

/**
 * Makes the data directory unless it is there. It is made under a passing name and renamed when whole, so
 * an interrupted first start is redone and two at once need no lock that a killed process could leave behind.
 */
export const ensureCluster = async (
  footing: Footing,
  durable: boolean,
  log: (line: string) => void,
): Promise<void> => {
  const cluster = clusterIn(footing.home);
  const version = await versionOf(cluster);
  const wanted = footing.binaries.version.split('.')[0] ?? '';
  if (version === wanted) return;
  if (version !== null) {
    throw new Error(
      `${cluster} was made by PostgreSQL ${version}, this is ${wanted}: take a backup with the release that made it`,
    );
  }
  log('PostgreSQL: creating its data directory');
  await clearInterrupted(footing.home);
  const passing = `${cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  await makeUnder(passing, footing, durable);
  await settle(passing, cluster);
};
