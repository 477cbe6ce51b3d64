import { createPrivateKey, randomBytes } from 'node:crypto';
import type { KeyPair } from './key-store.js';
import { unwrap, wrap, wrapNew, type MasterKey, type Wrapped } from './wrapping.js';

interface KeptKey extends Wrapped {
  readonly id: string;
  readonly madeAt: string;
}
interface KeptPair extends KeptKey {
  readonly certificate: string;
}

/** What a tenant's file holds; the last key seals. */
export interface KeyFile {
  readonly pseudonyms: Wrapped;
  readonly keys: readonly KeptKey[];
  readonly pairs: readonly KeptPair[];
}

/** A file written before there were pairs has none. */
export const fileOf = (content: string): KeyFile => ({
  pairs: [],
  ...(JSON.parse(content) as Omit<KeyFile, 'pairs'> & Partial<KeyFile>),
});

export const mastersOf = ({ pseudonyms, keys, pairs }: KeyFile): number[] =>
  [pseudonyms, ...keys, ...pairs].map(({ master }) => master);

export const newKey = (master: MasterKey, tenantId: string): KeptKey => ({
  id: randomBytes(4).toString('hex'),
  madeAt: new Date().toISOString(),
  ...wrapNew(master, tenantId),
});

export const keptPair = (master: MasterKey, tenantId: string, pair: KeyPair): KeptPair => ({
  id: pair.id,
  certificate: pair.certificate,
  madeAt: pair.madeAt.toISOString(),
  ...wrap(master, tenantId, pair.privateKey.export({ type: 'pkcs8', format: 'der' })),
});

export const openPair = (master: MasterKey, tenantId: string, kept: KeptPair): KeyPair => ({
  id: kept.id,
  certificate: kept.certificate,
  madeAt: new Date(kept.madeAt),
  privateKey: createPrivateKey({
    key: unwrap(master, tenantId, kept).export(),
    format: 'der',
    type: 'pkcs8',
  }),
});
