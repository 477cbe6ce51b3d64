import { createHash } from 'node:crypto';

/** Bytes of a hash. */
export const HASH_BYTES = 32;
const NODE = Buffer.from([1]);

const nodeOf = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

const split = (hashes: Buffer): Buffer[] =>
  Array.from({ length: hashes.length / HASH_BYTES }, (_, index) =>
    hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );

const levelAbove = (level: readonly Buffer[]): Buffer[] =>
  level.flatMap((left, index) => {
    const right = level[index + 1];
    if (index % 2 === 1) return [];
    return [right ? nodeOf(left, right) : left];
  });

/**
 * The root of a Merkle tree as of RFC 9162 § 2.1: an odd node goes up as it is.
 * @param leaves the leaves' hashes one after another, each over a leading zero byte and what it stands for
 * @throws RangeError for no leaves, or for bytes that are no whole number of hashes
 */
export const rootOf = (leaves: Buffer): Buffer => {
  if (leaves.length === 0 || leaves.length % HASH_BYTES !== 0) throw new RangeError('not a row of hashes');
  let level = split(leaves);
  while (level.length > 1) level = levelAbove(level);
  return Buffer.from(level[0] ?? []);
};
