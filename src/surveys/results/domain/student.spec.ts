import { studentQuantile } from './student.js';

describe('studentQuantile', () => {
  // The two-sided 95 % column of every printed table.
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [3, 3.1824],
    [4, 2.7764],
    [5, 2.5706],
    [9, 2.2622],
    [10, 2.2281],
    [30, 2.0423],
    [60, 2.0003],
    [120, 1.9799],
    [1_000, 1.9623],
    [100_000, 1.96],
  ])('with %i degrees of freedom is %f', (freedom, quantile) => {
    expect(studentQuantile(freedom)).toBeCloseTo(quantile, 4);
  });

  it('goes over smoothly from the series to the expansion', () => {
    expect(studentQuantile(1_000) - studentQuantile(1_001)).toBeLessThan(1e-5);
    expect(studentQuantile(1_000)).toBeGreaterThan(studentQuantile(1_001));
  });

  it('rounds degrees of freedom down and refuses none', () => {
    expect(studentQuantile(9.9)).toBe(studentQuantile(9));
    expect(() => studentQuantile(0.5)).toThrow(RangeError);
  });
});
