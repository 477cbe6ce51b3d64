import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key as it lies in a file: under the master key of this number, bound to its tenant. */
export interface Wrapped {
  readonly master: number;
  readonly wrapped: string;
}

export interface MasterKey {
  readonly number: number;
  readonly secret: KeyObject;
}

export const wrap = (master: MasterKey, tenantId: string, secret: Uint8Array): Wrapped => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, master.secret, nonce);
  cipher.setAAD(Buffer.from(tenantId));
  const bytes = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return { master: master.number, wrapped: bytes.toString('base64') };
};

export const wrapNew = (master: MasterKey, tenantId: string): Wrapped =>
  wrap(master, tenantId, randomBytes(KEY_BYTES));

/** @throws Error when the key was altered or stands under another tenant */
export const unwrap = (master: MasterKey, tenantId: string, { wrapped }: Wrapped): KeyObject => {
  const bytes = Buffer.from(wrapped, 'base64');
  const decipher = createDecipheriv(ALGORITHM, master.secret, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(tenantId));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return createSecretKey(
    Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]),
  );
};
