import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../../platform/storage/cipher.js';

/** How long a key stays opened in memory; whether it may still sign is asked of the database each time. */
const KEPT_MS = 60_000;

interface SealedKey {
  readonly tenantId: string;
  readonly fingerprint: string;
  readonly privateKeyCipher: Buffer;
}

/** Signing keys as they are used: to unseal and read one takes longer than to sign with it. */
@Injectable()
export class OpenedKeys {
  private readonly kept = new Map<string, KeyObject>();

  constructor(private readonly cipher: Cipher) {}

  async open({ tenantId, fingerprint, privateKeyCipher }: SealedKey): Promise<KeyObject> {
    const name = `${tenantId} ${fingerprint}`;
    const known = this.kept.get(name);
    if (known) return known;
    const pkcs8 = await this.cipher.open(tenantId, privateKeyCipher);
    const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    this.kept.set(name, key);
    setTimeout(() => this.kept.delete(name), KEPT_MS).unref();
    return key;
  }
}
