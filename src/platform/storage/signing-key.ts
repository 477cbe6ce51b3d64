import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writeOnce } from './key-files.js';

/** A document with the signature of the installation that made it, and the key to check it with. */
export interface Signed<Statement extends object> {
  readonly statement: Statement;
  /** Ed25519 over the statement as `JSON.stringify` writes it, in base64. */
  readonly signature: string;
  /** In PEM. Compare it with the key that the operator has published. */
  readonly publicKey: string;
}

/** The installation's own Ed25519 key, in the key store; it signs what the operator declares. */
export class SigningKey {
  constructor(private readonly folder: string) {}

  async sign<Statement extends object>(statement: Statement): Promise<Signed<Statement>> {
    const key = await this.key();
    return {
      statement,
      signature: sign(null, bytesOf(statement), key).toString('base64'),
      publicKey: publicPart(key),
    };
  }

  /** In PEM. */
  async publicKey(): Promise<string> {
    return publicPart(await this.key());
  }

  /** Whether this installation signed it, unaltered. */
  async verify({ statement, signature, publicKey }: Signed<object>): Promise<boolean> {
    const own = publicPart(await this.key());
    return own === publicKey && verify(null, bytesOf(statement), own, Buffer.from(signature, 'base64'));
  }

  private async key(): Promise<KeyObject> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, 'signing.key');
    const content = (await readIfThere(path)) ?? (await writeOnce(path, newKey()));
    return createPrivateKey(content);
  }
}

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const publicPart = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

const bytesOf = (statement: object): Buffer => Buffer.from(JSON.stringify(statement));
