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
    return { id, bytes };
  }

  /** The bytes as they were written. The stream fails with KeyGone, or at the first altered piece. */
  read(tenantId: string, id: string): Readable {
    return Readable.from(this.contentOf(tenantId, id), { objectMode: false });
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

  private pathOf(tenantId: string, id: string): string {
    if (!isUuid(tenantId) || !isUuid(id)) throw new RangeError('tenant and file ids are UUIDs');
    return join(this.folder, tenantId, id);
  }
}

const contextOf = (tenantId: string, id: string): string => `file ${tenantId} ${id}`;

const readHead = async (file: FileHandle): Promise<{ keyId: string; salt: Buffer }> => {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
  if (bytesRead < HEAD_BYTES || head[0] !== VERSION) throw new Error('not a sealed file');
  return { keyId: head.subarray(1, 5).toString('hex'), salt: head.subarray(5) };
};
