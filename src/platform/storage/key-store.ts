import type { KeyObject } from 'node:crypto';

/** One tenant's own key. Its id is written into everything sealed with it. */
export interface TenantKey {
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** The key that data were sealed with is gone, and so are the data. */
export class KeyGone extends Error {
  override readonly name = 'KeyGone';
}

/**
 * Where the keys of tenants live: outside the database and its backups, so that destroying a key destroys what it
 * sealed wherever copies of that still lie.
 */
export abstract class KeyStore {
  /** The tenant's key, made when first asked for. */
  abstract keyOf(tenantId: string): Promise<TenantKey>;
  /** The key of this id. @throws KeyGone when the tenant has another or none. */
  abstract openingKey(tenantId: string, keyId: string): Promise<TenantKey>;
  /** Forgets the tenant's key for good. */
  abstract destroy(tenantId: string): Promise<void>;
}
