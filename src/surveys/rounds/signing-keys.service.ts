import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Doors, systemActor } from '../../access/index.js';
import { change, row, type Tx } from '../../platform/database/rows.js';
import { Cipher } from '../../platform/storage/cipher.js';

/**
 * 2048 bits: a key signs for some weeks and its private part is destroyed then. Whoever broke one later could forge
 * answers to a round that takes none any more; who gave which answer it would not tell, at any length. 3072 bits make
 * keys four times and signatures three times as slow.
 */
const BITS = 2048;
/** Made and kept together, so that work broken off is not begun anew. */
const AT_ONCE = 16;

const makePair = promisify(generateKeyPair);

/** What an invitation names a key by: the beginning of the SHA-256 of its public part (SPKI, DER). */
export const fingerprintOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 32);

interface Pair {
  readonly fingerprint: string;
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

const newPair = async (): Promise<Pair> => {
  const { publicKey, privateKey } = await makePair('rsa', {
    modulusLength: BITS,
    publicExponent: 0x10001,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { fingerprint: fingerprintOf(publicKey), publicKey, privateKey };
};

/** The keys that a round's reporting groups sign with: made ahead, sealed with the employer's key. */
@Injectable()
export class SigningKeys {
  constructor(
    private readonly doors: Doors,
    private readonly cipher: Cipher,
  ) {}

  /** Makes as many as are still missing for so many groups beside those that have one. */
  async provide(tenantId: string, roundId: string, groups: number): Promise<void> {
    const actor = systemActor('make signing keys of a survey');
    for (;;) {
      const free = await this.doors.within(actor, tenantId, (tx) => countFree(tx, tenantId, roundId));
      if (free >= groups) return;
      const pairs = await Promise.all(Array.from({ length: Math.min(AT_ONCE, groups - free) }, newPair));
      const seal = await this.cipher.sealer(tenantId);
      await this.doors.within(actor, tenantId, (tx) =>
        change(
          tx,
          `insert into survey_keys (tenant_id, round_id, fingerprint, public_key, private_key_cipher)
           select $1, $2, * from unnest($3::text[], $4::bytea[], $5::bytea[])`,
          [
            tenantId,
            roundId,
            pairs.map(({ fingerprint }) => fingerprint),
            pairs.map(({ publicKey }) => publicKey),
            pairs.map(({ privateKey }) => seal(privateKey)),
          ],
        ),
      );
    }
  }
}

/** Keys of a round that no group has taken. */
export const countFree = async (tx: Tx, tenantId: string, roundId: string): Promise<number> =>
  (
    await row<{ free: number }>(
      tx,
      `select count(*)::int as free from survey_keys k where k.tenant_id = $1 and k.round_id = $2
         and not exists (select from survey_groups g
           where g.tenant_id = k.tenant_id and g.round_id = k.round_id and g.fingerprint = k.fingerprint)`,
      [tenantId, roundId],
    )
  )?.free ?? 0;

/** After this the round's keys sign nothing any more. */
export const destroyPrivateKeys = async (tx: Tx, tenantId: string, roundId: string): Promise<void> => {
  await change(
    tx,
    'update survey_keys set private_key_cipher = null where tenant_id = $1 and round_id = $2 and private_key_cipher is not null',
    [tenantId, roundId],
  );
};
