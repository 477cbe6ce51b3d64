import { createHash } from 'node:crypto';
import { HASH_BYTES } from './merkle.js';

/** One sealed batch of a tenant's entries. Instants are microseconds since 1970. */
export interface Batch {
  readonly tenantId: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly sealedAt: number;
  readonly entries: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly root: Buffer;
  /** The head of the batch before; zeros before the first. */
  readonly previous: Buffer;
}

export const NO_HEAD = Buffer.alloc(HASH_BYTES);

/** What the chain is made of: everything that a batch says of itself and the head before it. */
export const headOf = ({ tenantId, sequence, sealedAt, entries, firstAt, lastAt, root, previous }: Batch) => {
  const numbers = Buffer.alloc(5 * 8);
  [sequence, sealedAt, entries, firstAt, lastAt].forEach((number, index) =>
    numbers.writeBigInt64BE(BigInt(number), index * 8),
  );
  return createHash('sha256').update(tenantId).update(numbers).update(root).update(previous).digest();
};
