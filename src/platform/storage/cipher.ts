import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { KeyStore, type TenantKey } from './key-store.js';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const HEAD_BYTES = 5;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The id of the key that a value was sealed with, as PostgreSQL finds it in a column of sealed values. */
export const keyIdOf = (column: string): string => `encode(substring(${column} from 2 for 4), 'hex')`;

/** Seals under a key already fetched; for many small values in a row. */
export type Seal = (bytes: Uint8Array) => Buffer;

/**
 * Seals short values with a tenant's own key: AES-256-GCM, bound to the tenant.
 * Sealed bytes are version (1), key id (4), nonce (12), text and tag (16).
 */
export class Cipher {
  constructor(private readonly keys: KeyStore) {}

  async seal(tenantId: string, bytes: Uint8Array): Promise<Buffer> {
    return (await this.sealer(tenantId))(bytes);
  }

  async sealer(tenantId: string): Promise<Seal> {
    const key = await this.keys.keyOf(tenantId);
    return (bytes) => sealWith(key, tenantId, bytes);
  }

  /** Seals a text; none where there is none. */
  async sealText(tenantId: string, text: string | null | undefined): Promise<Buffer | null> {
    return text ? this.seal(tenantId, Buffer.from(text, 'utf8')) : null;
  }

  /** Opens a text; null where none was sealed. */
  async openText(tenantId: string, sealed: Uint8Array | null): Promise<string | null> {
    return sealed && sealed.length > 0 ? (await this.open(tenantId, sealed)).toString('utf8') : null;
  }

  /** Names that stand for a tenant's own identifiers: alike for alike, and of no use without the tenant's key. */
  async pseudonymiser(tenantId: string): Promise<(text: string) => string> {
    const secret = await this.keys.pseudonymKey(tenantId);
    const key = Buffer.from(hkdfSync('sha256', secret, tenantId, 'pseudonyms', 32));
    return (text) => createHmac('sha256', key).update(text).digest('base64url');
  }

  /** @throws KeyGone when the key was destroyed; Error when the bytes were altered or are another tenant's. */
  async open(tenantId: string, sealed: Uint8Array): Promise<Buffer> {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== VERSION || bytes.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES)
      throw new Error('not a sealed value');
    const head = bytes.subarray(0, HEAD_BYTES);
    const key = await this.keys.openingKey(tenantId, head.subarray(1).toString('hex'));
    const nonce = bytes.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, key.secret, nonce);
    decipher.setAAD(Buffer.concat([head, Buffer.from(tenantId)]));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([
      decipher.update(bytes.subarray(HEAD_BYTES + NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]);
  }
}

const sealWith = (key: TenantKey, tenantId: string, bytes: Uint8Array): Buffer => {
  const head = Buffer.concat([Buffer.from([VERSION]), Buffer.from(key.id, 'hex')]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.secret, nonce);
  cipher.setAAD(Buffer.concat([head, Buffer.from(tenantId)]));
  return Buffer.concat([head, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
};
