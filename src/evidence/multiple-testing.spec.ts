import fc from 'fast-check';
import { benjaminiHochberg, holm } from './multiple-testing.js';

describe('several tests at once', () => {
  const ps = [0.01, 0.04, 0.03, 0.005];

  it('adjusts by Holm, by hand', () => {
    // Ascending .005·4 = .02, .01·3 = .03, .03·2 = .06, .04·1 = .04 → .06.
    const adjusted = holm(ps).map((p) => Number(p.toFixed(12)));
    expect(adjusted).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it('adjusts by Benjamini and Hochberg, by hand', () => {
    // Descending .04·4/4 = .04, .03·4/3 = .04, .01·4/2 = .02, .005·4/1 = .02.
    const adjusted = benjaminiHochberg(ps).map((p) => Number(p.toFixed(12)));
    expect(adjusted).toEqual([0.02, 0.04, 0.04, 0.02]);
  });

  it('never makes a p smaller nor changes their order, and Holm is the stricter', () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, (given) => {
        const strict = holm(given);
        const lenient = benjaminiHochberg(given);
        for (const [place, p] of given.entries()) {
          expect(lenient[place]).toBeGreaterThanOrEqual(p - 1e-12);
          expect(strict[place]).toBeGreaterThanOrEqual((lenient[place] ?? NaN) - 1e-12);
          for (const [other, q] of given.entries())
            if (p < q) expect(strict[place]).toBeLessThanOrEqual(strict[other] ?? NaN);
        }
      }),
    );
  });
});
