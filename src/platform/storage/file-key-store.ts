import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '../../shared/ids.js';
import { KeyGone, KeyStore, type TenantKey } from './key-store.js';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A key destroyed by another process is not used for longer than this. */
const REMEMBERED_MS = 60_000;

interface Remembered {
  readonly key: TenantKey;
  readonly until: number;
}
interface WrappedKey {
  readonly id: string;
  readonly wrapped: string;
}

/** Keys as files of one folder: a master key, and each tenant's key wrapped with it. */
export class FileKeyStore extends KeyStore {
  private readonly remembered = new Map<string, Remembered>();
  private master: Promise<KeyObject> | null = null;

  constructor(private readonly folder: string) {
    super();
  }

  async keyOf(tenantId: string): Promise<TenantKey> {
    const known = this.remembered.get(tenantId);
    if (known && known.until > Date.now()) return known.key;
    const path = this.pathOf(tenantId);
    const content = (await readIfThere(path)) ?? (await writeOnce(path, await this.newKeyFile(tenantId)));
    const key = await this.unwrap(tenantId, content);
    this.remembered.set(tenantId, { key, until: Date.now() + REMEMBERED_MS });
    return key;
  }

  async openingKey(tenantId: string, keyId: string): Promise<TenantKey> {
    const known = this.remembered.get(tenantId);
    if (known && known.until > Date.now() && known.key.id === keyId) return known.key;
    const content = await readIfThere(this.pathOf(tenantId));
    const key = content ? await this.unwrap(tenantId, content) : null;
    if (key?.id !== keyId) throw new KeyGone(`the key ${keyId} of a tenant is gone`);
    this.remembered.set(tenantId, { key, until: Date.now() + REMEMBERED_MS });
    return key;
  }

  async destroy(tenantId: string): Promise<void> {
    this.remembered.delete(tenantId);
    await rm(this.pathOf(tenantId), { force: true });
  }

  private pathOf(tenantId: string): string {
    if (!isUuid(tenantId)) throw new RangeError('a tenant id is a UUID');
    return join(this.folder, `${tenantId}.json`);
  }

  private masterKey(): Promise<KeyObject> {
    this.master ??= this.readMasterKey();
    return this.master;
  }

  private async readMasterKey(): Promise<KeyObject> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, 'master.key');
    const content =
      (await readIfThere(path)) ?? (await writeOnce(path, randomBytes(KEY_BYTES).toString('base64')));
    const secret = Buffer.from(content, 'base64');
    if (secret.length !== KEY_BYTES) throw new Error(`${path} does not hold a key of ${KEY_BYTES} bytes`);
    return createSecretKey(secret);
  }

  private async newKeyFile(tenantId: string): Promise<string> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, await this.masterKey(), nonce);
    cipher.setAAD(Buffer.from(tenantId));
    const wrapped = Buffer.concat([
      nonce,
      cipher.update(randomBytes(KEY_BYTES)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    const file: WrappedKey = { id: randomBytes(4).toString('hex'), wrapped: wrapped.toString('base64') };
    return JSON.stringify(file);
  }

  private async unwrap(tenantId: string, content: string): Promise<TenantKey> {
    const file = JSON.parse(content) as WrappedKey;
    const bytes = Buffer.from(file.wrapped, 'base64');
    const decipher = createDecipheriv(ALGORITHM, await this.masterKey(), bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(tenantId));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const secret = Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]);
    return { id: file.id, secret: createSecretKey(secret) };
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};

/** Writes a file that nobody else has written yet, whole or not at all, and returns what it then holds. */
const writeOnce = async (path: string, content: string): Promise<string> => {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
    return content;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return await readFile(path, 'utf8');
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};
