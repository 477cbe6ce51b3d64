import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a server listens: the folder of its socket, or the loopback address where there are no sockets. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** Needed on the loopback address only: a socket is guarded by its folder. */
  readonly password: string | null;
}

/** The owner of the files where it is not the current user. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const SOCKET_PORT = 5432;
/** What the system keeps for the path of a socket: 104 bytes on macOS, 108 on Linux, the last one a zero. */
const LONGEST_SOCKET_PATH = 103;

export const urlOf = (address: Address, user: string, database: string): string => {
  if (address.password !== null) {
    return `postgres://${user}:${address.password}@${address.host}:${address.port}/${database}`;
  }
  const parameters = [`host=${encodeURIComponent(address.host)}`, `port=${address.port}`, `user=${user}`];
  return `postgres:///${database}?${parameters.join('&')}&sslmode=disable`;
};

const socketFolderFor = (home: string): string => {
  const inside = join(home, 'socket');
  if (Buffer.byteLength(join(inside, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH) return inside;
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  return join(tmpdir(), `naervaer-${name}`);
};

/** The socket asks for no password, so its folder lets in nobody but the current user and the server. */
const makePrivateFolder = async (folder: string, owner: Owner | null): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const self = process.getuid?.() ?? found.uid;
  const expected = owner?.uid ?? self;
  if (!found.isDirectory() || (found.uid !== self && found.uid !== expected)) {
    throw new Error(`${folder} belongs to another user; the server's socket would not be private there`);
  }
  await chmod(folder, 0o700);
  if (owner) await chown(folder, owner.uid, owner.gid);
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => {
        if (bound !== null && typeof bound === 'object') resolve(bound.port);
        else reject(new Error('no free port on 127.0.0.1'));
      });
    });
  });

export const passwordFileIn = (home: string): string => join(home, 'postgres.password');

const keptPassword = async (home: string): Promise<string> => {
  const file = passwordFileIn(home);
  await writeFile(file, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600 }).catch(() => undefined);
  return readFile(file, 'utf8');
};

/** Where a server of these data is to listen. */
export const chooseAddress = async (home: string, owner: Owner | null): Promise<Address> => {
  if (process.platform === 'win32') {
    return { host: '127.0.0.1', port: await freePort(), password: await keptPassword(home) };
  }
  const folder = socketFolderFor(home);
  await makePrivateFolder(folder, owner);
  return { host: folder, port: SOCKET_PORT, password: null };
};

/** The address of a server that already runs, as it wrote it down. */
export const addressOf = async (home: string, written: Omit<Address, 'password'>): Promise<Address> => ({
  ...written,
  password: process.platform === 'win32' ? await keptPassword(home) : null,
});

export const listenSettings = (address: Address): Readonly<Record<string, string>> => {
  const onSocket = address.password === null;
  return {
    listen_addresses: onSocket ? '' : address.host,
    unix_socket_directories: onSocket ? address.host : '',
    unix_socket_permissions: '0700',
    port: String(address.port),
  };
};
