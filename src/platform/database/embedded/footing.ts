import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Owner } from './address.js';
import type { Binaries } from './binaries.js';
import { runs, unprivilegedUser, type Command } from './machine.js';
import { movedHomeOf, moveOut } from './moved-home.js';

/** As whom the server runs, and from where. PostgreSQL refuses to run as root, also in a container. */
export interface Footing {
  /** The folder that holds the cluster. */
  readonly home: string;
  readonly binaries: Binaries;
  /** The user to become; null keeps the current one. */
  readonly owner: Owner | null;
  /** What a command must be wrapped in to run with those rights. */
  wrap(command: Command): Command;
}

export const clusterIn = (home: string): string => join(home, 'postgres');

const asItIs = (command: Command): Command => command;

const asCurrentUser = (home: string, binaries: Binaries): Footing => ({
  home,
  binaries,
  owner: null,
  wrap: asItIs,
});

/**
 * In a name space of its own a process can be an ordinary user by name and still own what root owns, so that
 * a clone under a private folder of root can be reached; its rights over other users' files are gone.
 */
const inUserNamespace = (home: string, binaries: Binaries, user: Owner): Footing => ({
  home,
  binaries,
  owner: null,
  wrap: ({ program, args }) => ({
    program: 'unshare',
    args: ['--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--', program, ...args],
  }),
});

const canRunIn = (footing: Footing): Promise<boolean> => {
  const script = 'test -w "$1" && "$2" --version';
  return runs(
    footing.wrap({ program: '/bin/sh', args: ['-c', script, 'sh', footing.home, footing.binaries.postgres] }),
  );
};

/** The owner of a cluster that another user made, when root starts it: the server refuses any other user. */
const ownerOfCluster = async (home: string): Promise<Owner | null> => {
  const found = await stat(clusterIn(home)).catch(() => null);
  return found !== null && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
};

const footingOfRoot = async (
  home: string,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<Footing> => {
  const user = await unprivilegedUser();
  const moved = await movedHomeOf(home);
  const owner = await ownerOfCluster(home);
  if (owner && !moved) return { home, binaries, owner, wrap: asItIs };
  const namespaced = inUserNamespace(home, binaries, user);
  if (!moved && (await canRunIn(namespaced))) return namespaced;
  const elsewhere = await moveOut(home, binaries, user, log);
  return { ...elsewhere, owner: user, wrap: asItIs };
};

/** Decides how to run the server of the data under `home`. */
export const findFooting = async (
  home: string,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<Footing> => {
  if (process.getuid?.() === 0) return footingOfRoot(home, binaries, log);
  await access(home, constants.W_OK).catch(() => {
    throw new Error(`${home} is not writable; set DATA_DIR to a folder that is`);
  });
  return asCurrentUser(home, binaries);
};
