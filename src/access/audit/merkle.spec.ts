import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { rootOf } from './merkle.js';

const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (text: string): Buffer => sha(Buffer.from([0]), Buffer.from(text));
const node = (left: Buffer, right: Buffer): Buffer => sha(Buffer.from([1]), left, right);
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(leaf) as [Buffer, Buffer, Buffer, Buffer, Buffer];

describe('rootOf', () => {
  it('of one leaf is the leaf', () => {
    expect(rootOf(a)).toEqual(a);
  });

  it('pairs from the left and lets an odd one rise', () => {
    expect(rootOf(Buffer.concat([a, b, c]))).toEqual(node(node(a, b), c));
    expect(rootOf(Buffer.concat([a, b, c, d, e]))).toEqual(node(node(node(a, b), node(c, d)), e));
  });

  it('is another one for any other row of leaves', () => {
    const rows = fc.array(fc.string(), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const roots = [one, other].map((row) => rootOf(Buffer.concat(row.map(leaf))).toString('hex'));
        expect(roots[0] === roots[1]).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('refuses what is no row of hashes', () => {
    expect(() => rootOf(Buffer.alloc(0))).toThrow(RangeError);
    expect(() => rootOf(Buffer.alloc(33))).toThrow(RangeError);
  });
});
