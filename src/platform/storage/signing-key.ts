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
import { isUuid } from '../../shared/ids.js';
import { readIfThere, writeOnce } from './key-files.js';

/** A document with the signature of the installation that made it, and the key to check it with. */
export interface Signed<Statement extends object> {
  readonly statement: Statement;
  /** Ed25519 over the statement as `JSON.stringify` writes it, in base64. */
  readonly signature: string;
  /** In PEM. Compare it with the key that the operator has published. */
  readonly publicKey: string;
}

/** An Ed25519 key of its own in a folder of the key store: the installation's, or a partnership's. */
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

  /** Ed25519 over text as it stands, in hexadecimal digits: two spellings of one signature there are not. */
  async signText(text: string): Promise<string> {
    return sign(null, Buffer.from(text), await this.key()).toString('hex');
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

/** Each partnership signs with a key of its own, made when first asked for. */
export class PartnershipKeys {
  constructor(private readonly folder: string) {}

  /** @throws RangeError where the id is none: it names a folder */
  of(partnershipId: string): SigningKey {
    if (!isUuid(partnershipId)) throw new RangeError('a partnership id is a UUID');
    return new SigningKey(join(this.folder, 'partnerships', partnershipId));
  }
}

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const publicPart = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

const bytesOf = (statement: object): Buffer => Buffer.from(JSON.stringify(statement));
