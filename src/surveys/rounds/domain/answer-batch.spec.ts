import fc from 'fast-check';
import { batchSize } from './answer-batch.js';

describe('batchSize', () => {
  it.each([
    [0, 0],
    [5, 0],
    [9, 0],
    [10, 5],
    // Several at once, where a batch could not be written at first.
    [13, 8],
  ])('of %i that wait writes %i while the round is open', (waiting, written) =>
    expect(batchSize(waiting, 5, false)).toBe(written),
  );

  it('writes all that is left at the close', () => expect(batchSize(3, 5, true)).toBe(3));

  it('never writes fewer than the minimum at once, if that many answer at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 }), (answers, minimum) => {
        const batches: number[] = [];
        let waiting = 0;
        for (let index = 0; index < answers; index += 1) {
          waiting += 1;
          const written = batchSize(waiting, minimum, false);
          if (written > 0) batches.push(written);
          waiting -= written;
        }
        batches.push(batchSize(waiting, minimum, true));
        expect(batches.reduce((sum, size) => sum + size, 0)).toBe(answers);
        if (answers >= minimum) expect(Math.min(...batches)).toBeGreaterThanOrEqual(minimum);
        else expect(batches).toEqual([answers]);
      }),
    );
  });
});
