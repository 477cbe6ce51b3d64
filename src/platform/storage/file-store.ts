import { randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open as openFile, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isUuid } from '../../shared/ids.js';
import { KeyStore } from './key-store.js';
import { fileKey, open, seal } from './sealed-stream.js';

const VERSION = 1;
const SALT_BYTES = 16;
const HEAD_BYTES = 1 + 4 + SALT_BYTES;
const UNFINISHED = '.part';

export interface StoredFile {
  readonly id: string;
  /** Length of what was written, before it was sealed. */
  readonly bytes: number;
}

/** Files of any length, sealed with their tenant's key, in one folder a tenant. */
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly keys: KeyStore,
  ) {}

  /** Stores a stream in constant memory. Nothing remains of one that fails. */
  async write(tenantId: string, source: AsyncIterable<Uint8Array | string>): Promise<StoredFile> {
    const id = randomUUID();
    return { id, bytes: await this.writeAs(tenantId, id, source) };
  }

  private async writeAs(
    tenantId: string,
    id: string,
    source: AsyncIterable<Uint8Array | string>,
  ): Promise<number> {
    const path = this.pathOf(tenantId, id);
    const key = await this.keys.keyOf(tenantId);
    const salt = randomBytes(SALT_BYTES);
    const head = Buffer.concat([Buffer.from([VERSION]), Buffer.from(key.id, 'hex'), salt]);
    let bytes = 0;
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of source) {
        const buffer = Buffer.from(chunk);
        bytes += buffer.length;
        yield buffer;
      }
    };
    const sealed = async function* (): AsyncGenerator<Buffer> {
      yield head;
      yield* seal(counted(), fileKey(key.secret, salt, contextOf(tenantId, id)));
    };
    await mkdir(join(this.folder, tenantId), { recursive: true, mode: 0o700 });
    try {
      await pipeline(sealed, createWriteStream(path + UNFINISHED, { mode: 0o600, flags: 'wx', flush: true }));
      await rename(path + UNFINISHED, path);
    } catch (error) {
      await rm(path + UNFINISHED, { force: true });
      throw error;
    }
    return bytes;
  }

  /** The bytes as they were written. The stream fails with KeyGone, or at the first altered piece. */
  read(tenantId: string, id: string): Readable {
    return Readable.from(this.contentOf(tenantId, id), { objectMode: false });
  }

  /** Ids of at most so many files of a tenant that are sealed with another key than this one. */
  async listOtherwiseSealed(tenantId: string, keyId: string, limit: number): Promise<string[]> {
    const ids: string[] = [];
    for (const name of await readdir(join(this.folder, tenantId)).catch(() => [])) {
      if (ids.length === limit) break;
      if (!isUuid(name)) continue;
      const head = await this.headOf(tenantId, name);
      if (head && head.keyId !== keyId) ids.push(name);
    }
    return ids;
  }

  /** Seals a file anew, with the key that seals now; who reads it meanwhile reads on. One that is gone is no fault. */
  async reseal(tenantId: string, id: string): Promise<void> {
    try {
      await this.writeAs(tenantId, id, this.contentOf(tenantId, id));
    } catch (error) {
      if (await this.headOf(tenantId, id)) throw error;
    }
  }

  /** Removes all of a tenant's files. */
  async removeAll(tenantId: string): Promise<void> {
    if (!isUuid(tenantId)) throw new RangeError('a tenant id is a UUID');
    await rm(join(this.folder, tenantId), { recursive: true, force: true });
  }

  /** Removes a file; one that is gone already is no fault. */
  async remove(tenantId: string, id: string): Promise<void> {
    await rm(this.pathOf(tenantId, id), { force: true });
  }

  /** Ids of the files of a tenant last written before an instant, and of remains of unfinished ones, which it removes. */
  async listOlderThan(tenantId: string, before: Date): Promise<string[]> {
    const folder = join(this.folder, tenantId);
    const ids: string[] = [];
    for (const name of await readdir(folder).catch(() => [])) {
      const written = await stat(join(folder, name)).catch(() => null);
      if (!written || written.mtime >= before) continue;
      if (name.endsWith(UNFINISHED)) await rm(join(folder, name), { force: true });
      else ids.push(name);
    }
    return ids;
  }

  private async *contentOf(tenantId: string, id: string): AsyncGenerator<Buffer> {
    const file = await openFile(this.pathOf(tenantId, id), 'r');
    try {
      const head = await readHead(file);
      const key = await this.keys.openingKey(tenantId, head.keyId);
      yield* open(file, HEAD_BYTES, fileKey(key.secret, head.salt, contextOf(tenantId, id)));
    } finally {
      await file.close();
    }
  }

  private async headOf(tenantId: string, id: string): Promise<Head | null> {
    const file = await openFile(this.pathOf(tenantId, id), 'r').catch(() => null);
    if (!file) return null;
    return readHead(file).finally(() => file.close());
  }

  private pathOf(tenantId: string, id: string): string {
    if (!isUuid(tenantId) || !isUuid(id)) throw new RangeError('tenant and file ids are UUIDs');
    return join(this.folder, tenantId, id);
  }
}

const contextOf = (tenantId: string, id: string): string => `file ${tenantId} ${id}`;

interface Head {
  readonly keyId: string;
  readonly salt: Buffer;
}

const readHead = async (file: FileHandle): Promise<Head> => {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
  if (bytesRead < HEAD_BYTES || head[0] !== VERSION) throw new Error('not a sealed file');
  return { keyId: head.subarray(1, 5).toString('hex'), salt: head.subarray(5) };
};
