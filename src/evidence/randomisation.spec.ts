import fc from 'fast-check';
import { drawsOf } from './random.js';
import { choices, randomisationTest } from './randomisation.js';

const differenceIn =
  (values: readonly number[]) =>
  (treated: Uint8Array): number => {
    const mean = (kind: number): number => {
      const own = values.filter((_, unit) => treated[unit] === kind);
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    };
    return mean(1) - mean(0);
  };

describe('randomisation test', () => {
  it('counts all assignments of a small trial, by hand', () => {
    // 3 of 6: 20 assignments. Only the real one and its opposite are as far apart as 7, 8, 9 from 1, 2, 3.
    const result = randomisationTest([1, 1, 1, 0, 0, 0], differenceIn([7, 8, 9, 1, 2, 3]), { seed: 1 });
    expect(result).toEqual({ observed: 6, p: 0.1, smallestP: 0.1, assignments: 20, enumerated: true });
  });

  it('exchanges within strata only', () => {
    // 1 of 2 in each of three pairs: 8 assignments, two of them as far apart.
    const values = [5, 1, 15, 11, 25, 21];
    const strata = ['a', 'a', 'b', 'b', 'c', 'c'];
    const result = randomisationTest([1, 0, 1, 0, 1, 0], differenceIn(values), { seed: 1, strata });
    expect(result).toMatchObject({ p: 0.25, assignments: 8 });
  });

  it('draws where there are too many, and counts the real one', () => {
    const values = Array.from({ length: 40 }, (_, unit) => (unit < 20 ? 100 + unit : unit));
    const treated = values.map((_, unit) => (unit < 20 ? 1 : 0));
    const result = randomisationTest(treated, differenceIn(values), { seed: 4, draws: 199 });
    expect(result).toMatchObject({ p: 1 / 200, smallestP: 1 / 200, assignments: 200, enumerated: false });
  });

  it('refuses where nobody else could have been treated', () => {
    expect(() => randomisationTest([1, 1], () => 0, { seed: 1 })).toThrow('no other units');
  });

  it.each([
    [6, 3, 20],
    [52, 5, 2_598_960],
    [4, 0, 1],
    [30, 15, 155_117_520],
  ])('knows that %d choose %d is %d', (many, some, ways) => {
    expect(choices(many, some)).toBe(ways);
  });

  it('has p-values that are spread evenly where nothing happens', () => {
    const draws = drawsOf(2);
    const ps = Array.from({ length: 200 }, () => {
      const values = Array.from({ length: 8 }, () => draws.uniform());
      return randomisationTest([1, 1, 1, 1, 0, 0, 0, 0], differenceIn(values), { seed: 1 }).p;
    });
    const share = (limit: number): number => ps.filter((p) => p <= limit).length / 200;
    // Exact test: P(p ≤ a) = a on the steps of 2/70; three standard deviations of 200 draws.
    for (const steps of [3, 7, 18, 30]) {
      const limit = (2 * steps) / 70;
      const band = 3 * Math.sqrt((limit * (1 - limit)) / 200);
      expect(Math.abs(share(limit + 1e-9) - limit)).toBeLessThan(band);
    }
  });

  it('does not mind in which order units stand', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 }), (values) => {
        const treated = [1, 0, 1, 0, 0, 1];
        const one = randomisationTest(treated, differenceIn(values), { seed: 1 });
        const other = randomisationTest(treated.toReversed(), differenceIn(values.toReversed()), { seed: 1 });
        expect(other.p).toBe(one.p);
        expect(one.p).toBeGreaterThanOrEqual(one.smallestP);
      }),
    );
  });
});
