import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { KeyStore, type KeyPair } from '../../platform/storage/key-store.js';
import { makeKeyPair } from '../../platform/storage/self-signed.js';
import { audit } from '../audit.js';
import type { HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import type { SamlKeyDto, SamlKeysView } from './saml-keys.dto.js';

/** One in use, and one that is to follow it. */
const MOST = 2;
const FEWEST_BITS = 2048;

/**
 * An employer's key pairs for SAML. The oldest signs; all decrypt and stand in the metadata. So one follows another
 * without a break: make the next, let the providers read the metadata, remove the first.
 */
@Injectable()
export class SamlKeys {
  private readonly host: string;

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly store: KeyStore,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.host = new URL(runtime.environment.publicUrl).hostname;
  }

  async list(actor: HatActor): Promise<SamlKeysView> {
    const pairs = await this.store.pairsOf(tenantOf(actor));
    return {
      keys: pairs.map(({ id, certificate, madeAt }, index) => {
        const read = new X509Certificate(certificate);
        return {
          id,
          certificate,
          madeAt: madeAt.toISOString(),
          expiresAt: new Date(read.validTo).toISOString(),
          fingerprint: read.fingerprint256,
          signs: index === 0,
        };
      }),
    };
  }

  /** A pair made here, or one that the employer brings: NemLog-in wants an OCES certificate. @throws Problem 400, 409 */
  async add(actor: HatActor, { certificate, privateKey }: SamlKeyDto): Promise<void> {
    const tenantId = tenantOf(actor);
    const full = conflict('keys-full', 'Remove the key that is out of use first.');
    const isBrought = certificate !== undefined || privateKey !== undefined;
    const brought = isBrought ? broughtPair(certificate ?? '', privateKey ?? '', this.clock.now()) : null;
    // Asked before the work of making one, and again when it is kept.
    if ((await this.store.pairsOf(tenantId)).length >= MOST) throw full;
    const pair = brought ?? (await makeKeyPair(this.host, this.clock.now()));
    if (!(await this.store.addPair(tenantId, pair, MOST))) throw full;
    await this.tell(actor, tenantId, { action: 'saml-key.add', id: pair.id });
  }

  /** @throws Problem 404, also for the only one */
  async remove(actor: HatActor, id: string): Promise<void> {
    const tenantId = tenantOf(actor);
    if (!(await this.store.removePair(tenantId, id))) throw notFound();
    await this.tell(actor, tenantId, { action: 'saml-key.remove', id });
  }

  /** Sees that there is a pair, for a connection that needs one. */
  async ensure(tenantId: string): Promise<void> {
    if ((await this.store.pairsOf(tenantId)).length > 0) return;
    await this.store.addPair(tenantId, await makeKeyPair(this.host, this.clock.now()), 1);
  }

  private async tell(
    actor: HatActor,
    tenantId: string,
    { action, id }: { readonly action: string; readonly id: string },
  ): Promise<void> {
    await this.doors.within(actor, tenantId, (tx) =>
      audit(tx, actor, {
        tenantId,
        action,
        subjectType: 'sign-in-settings',
        subjectIds: [id],
        purpose: 'user administration',
      }),
    );
  }
}

const broughtPair = (certificate: string, privateKey: string, at: Date): KeyPair => {
  const key = readOr('privateKey', () => createPrivateKey(privateKey));
  const read = readOr('certificate', () => new X509Certificate(certificate));
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < FEWEST_BITS)
    throw invalidField('privateKey', 'not-rsa', `Give an RSA key of at least ${FEWEST_BITS} bits.`);
  if (!read.checkPrivateKey(key))
    throw invalidField('certificate', 'not-of-this-key', 'The certificate is not of this key.');
  if (new Date(read.validTo) <= at)
    throw invalidField('certificate', 'expired', 'The certificate has expired.');
  return { id: randomUUID(), privateKey: key, certificate: read.toString(), madeAt: at };
};

const readOr = <Read>(field: string, read: () => Read): Read => {
  try {
    return read();
  } catch {
    throw invalidField(field, 'not-pem', 'Give it as PEM, without a password.');
  }
};

const tenantOf = ({ tenantId }: HatActor): string => {
  if (!tenantId) throw notFound();
  return tenantId;
};
