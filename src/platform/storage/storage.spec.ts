import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Cipher } from './cipher.js';
import { FileKeyStore } from './file-key-store.js';
import { FileStore } from './file-store.js';
import { KeyGone } from './key-store.js';

const PIECE = 64 * 1024;

let folder: string;
let keys: FileKeyStore;
const tenant = randomUUID();
const other = randomUUID();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
  keys = new FileKeyStore(join(folder, 'keys'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('FileKeyStore', () => {
  it('keeps one key a tenant, readable by nobody else', async () => {
    const key = await keys.keyOf(tenant);
    const again = await new FileKeyStore(join(folder, 'keys')).keyOf(tenant);
    expect(again.id).toBe(key.id);
    expect(again.secret.equals(key.secret)).toBe(true);
    expect((await keys.keyOf(other)).secret.equals(key.secret)).toBe(false);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'keys', 'master-0001.key'))).mode & 0o777).toBe(0o600);
  });

  it('agrees on one key when many ask for the first time at once', async () => {
    const stores = Array.from({ length: 12 }, () => new FileKeyStore(join(folder, 'keys')));
    const found = await Promise.all(stores.map((store) => store.keyOf(tenant)));
    expect(new Set(found.map((key) => key.secret.export().toString('hex'))).size).toBe(1);
    expect((await readdir(join(folder, 'keys'))).sort()).toEqual(
      [`${tenant}.json`, 'master-0001.key'].sort(),
    );
  });

  it('refuses ids that could lead out of its folder', async () => {
    await expect(keys.keyOf('../x')).rejects.toThrow(RangeError);
  });

  it('refuses a key that stands under another tenant', async () => {
    await keys.keyOf(tenant);
    await writeFile(
      join(folder, 'keys', `${other}.json`),
      await readFile(join(folder, 'keys', `${tenant}.json`)),
    );
    await expect(keys.keyOf(other)).rejects.toThrow();
  });
});

describe('Cipher', () => {
  it('opens what it sealed, and never seals alike twice', async () => {
    const cipher = new Cipher(keys);
    const text = Buffer.from('Aftalt: ringer tirsdag – æøå');
    const sealed = await cipher.seal(tenant, text);
    expect(await cipher.open(tenant, sealed)).toEqual(text);
    expect(sealed.includes('tirsdag')).toBe(false);
    expect(await cipher.seal(tenant, text)).not.toEqual(sealed);
    expect(await cipher.open(tenant, await cipher.seal(tenant, Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  it('opens nothing for another tenant, altered, or after the key is destroyed', async () => {
    const cipher = new Cipher(keys);
    const sealed = await cipher.seal(tenant, Buffer.from('x'));
    await keys.keyOf(other);
    await expect(cipher.open(other, sealed)).rejects.toThrow(KeyGone);
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8((altered[index] ?? 0) ^ 1, index);
      await expect(cipher.open(tenant, altered)).rejects.toThrow();
    }
    await keys.destroy(tenant, new Date());
    await expect(cipher.open(tenant, sealed)).rejects.toThrow(KeyGone);
    await expect(cipher.seal(tenant, Buffer.from('y'))).rejects.toThrow(KeyGone);
    await expect(cipher.open(tenant, sealed)).rejects.toThrow(KeyGone);
  });
});

describe('pseudonyms', () => {
  it('are alike for alike in one tenant, and tell nothing across tenants', async () => {
    const cipher = new Cipher(keys);
    const [ours, again, theirs] = await Promise.all(
      [tenant, tenant, other].map((id) => cipher.pseudonymiser(id)),
    );
    expect(ours?.('0101801234')).toBe(again?.('0101801234'));
    expect(ours?.('0101801234')).not.toBe(ours?.('0101801235'));
    expect(ours?.('0101801234')).not.toBe(theirs?.('0101801234'));
    expect(ours?.('0101801234')).not.toContain('0101801234');
  });
});

describe('FileStore', () => {
  const store = () => new FileStore(join(folder, 'files'), keys);
  const bytesOfLength = (length: number): Buffer =>
    Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 251));
  const inChunks = (bytes: Buffer, size: number): Readable =>
    Readable.from(
      Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      ),
    );

  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 17])(
    'gives back a file of %i bytes',
    async (length) => {
      const bytes = bytesOfLength(length);
      for (const size of [1000, PIECE, 5 * PIECE]) {
        const stored = await store().write(tenant, inChunks(bytes, size));
        expect(stored.bytes).toBe(length);
        expect((await buffer(store().read(tenant, stored.id))).equals(bytes)).toBe(true);
      }
    },
  );

  it('keeps nothing readable on disk', async () => {
    const { id } = await store().write(tenant, Readable.from([Buffer.from('Medarbejder 001;790')]));
    const path = join(folder, 'files', tenant, id);
    expect((await readFile(path)).includes('Medarbejder')).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('notices a file that was cut off at a piece, altered, or moved to another tenant', async () => {
    const { id } = await store().write(tenant, inChunks(bytesOfLength(3 * PIECE), PIECE));
    const path = join(folder, 'files', tenant, id);
    const sealed = await readFile(path);
    await truncate(path, 21 + 2 * (PIECE + 16));
    await expect(buffer(store().read(tenant, id))).rejects.toThrow();
    sealed.writeUInt8((sealed[PIECE * 2] ?? 0) ^ 1, PIECE * 2);
    await writeFile(path, sealed);
    await expect(buffer(store().read(tenant, id))).rejects.toThrow();
    await expect(buffer(store().read(other, id))).rejects.toThrow();
  });

  it('leaves nothing behind when the upload breaks off', async () => {
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield bytesOfLength(PIECE * 2);
      throw new Error('connection lost');
    };
    await expect(store().write(tenant, broken())).rejects.toThrow('connection lost');
    expect(await readdir(join(folder, 'files', tenant))).toEqual([]);
  });

  it('lists old files and sweeps up unfinished ones', async () => {
    const { id } = await store().write(tenant, Readable.from([Buffer.from('a')]));
    await writeFile(join(folder, 'files', tenant, `${randomUUID()}.part`), 'half');
    expect(await store().listOlderThan(tenant, new Date(0))).toEqual([]);
    expect(await store().listOlderThan(tenant, new Date(Date.now() + 1000))).toEqual([id]);
    expect(await readdir(join(folder, 'files', tenant))).toEqual([id]);
    await store().remove(tenant, id);
    await store().remove(tenant, id);
    expect(await store().listOlderThan(other, new Date())).toEqual([]);
  });
});
