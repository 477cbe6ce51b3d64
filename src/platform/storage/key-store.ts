import type { KeyObject } from 'node:crypto';

/** One of a tenant's own keys. Its id is written into everything sealed with it. */
export interface TenantKey {
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly secret: KeyObject;
  readonly madeAt: Date;
}

/** What may be told of a key. */
export interface KeyState {
  readonly id: string;
  /** Number of the master key that it is wrapped with. */
  readonly master: number;
  readonly madeAt: Date;
  /** Whether new values are sealed with it; the others only open. */
  readonly seals: boolean;
}

/** That a tenant's keys are gone for good. */
export interface DestroyedKeys {
  readonly tenantId: string;
  readonly keyIds: readonly string[];
  readonly destroyedAt: Date;
}

/** A pair of which others hold the certificate: they encrypt to it, and check by it what was signed. */
export interface KeyPair {
  readonly id: string;
  /** RSA. */
  readonly privateKey: KeyObject;
  /** X.509, in PEM. */
  readonly certificate: string;
  readonly madeAt: Date;
}

export interface MasterKeyState {
  readonly number: number;
  readonly madeAt: Date;
  readonly wraps: boolean;
}

/** The key that data were sealed with is gone, and so are the data. */
export class KeyGone extends Error {
  override readonly name = 'KeyGone';
}

/**
 * Where the keys of tenants live: outside the database and its backups, so that destroying a key destroys what it
 * sealed wherever copies of that still lie. A key management service takes the place of the files by this interface.
 */
export abstract class KeyStore {
  /** The key that seals, made when first asked for. @throws KeyGone when the tenant's keys were destroyed */
  abstract keyOf(tenantId: string): Promise<TenantKey>;
  /** The key of this id. @throws KeyGone when the tenant has none such. */
  abstract openingKey(tenantId: string, keyId: string): Promise<TenantKey>;
  /** Names pseudonyms; never changes, so that what was named stays to be found. */
  abstract pseudonymKey(tenantId: string): Promise<KeyObject>;
  /** A tenant's key pairs, the oldest first; empty where it has none, or none any more. */
  abstract pairsOf(tenantId: string): Promise<KeyPair[]>;
  /** Keeps a pair, unless the tenant has that many already. @throws KeyGone when the tenant's keys were destroyed */
  abstract addPair(tenantId: string, pair: KeyPair, most: number): Promise<boolean>;
  /** Forgets a pair, unless it is not there or the only one. */
  abstract removePair(tenantId: string, pairId: string): Promise<boolean>;
  /** The tenants that have keys. */
  abstract tenants(): Promise<string[]>;
  abstract stateOf(tenantId: string): Promise<KeyState[]>;
  abstract masters(): Promise<MasterKeyState[]>;
  /** Gives the tenant a new key that seals; those it had still open. */
  abstract rotate(tenantId: string): Promise<TenantKey>;
  /** Forgets a key that opens nothing any more. @throws RangeError for the one that seals */
  abstract retire(tenantId: string, keyId: string): Promise<void>;
  /** Makes a new master key, or goes on with the newest where some tenant's keys are not wrapped with it yet. */
  abstract rotateMaster(): Promise<MasterKeyState>;
  /** Forgets master keys that wrap nothing any more, and have not for a while. Returns their numbers. */
  abstract forgetUnusedMasters(): Promise<number[]>;
  /** Forgets all of a tenant's keys for good; no new one is made. Safe to repeat. */
  abstract destroy(tenantId: string, at: Date): Promise<DestroyedKeys>;
}
