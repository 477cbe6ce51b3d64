import fc from 'fast-check';
import { publishedData } from '../../test/factories/published-data.js';
import { biasReducedCovariance } from './bias-reduced-covariance.js';
import {
  classicalCovariance,
  clusteredCovariance,
  coefficientOf,
  heteroskedasticCovariance,
  neweyWestCovariance,
  twoWayCovariance,
} from './covariance.js';
import { designOf } from './design.js';
import { leastSquares } from './least-squares.js';
import { at } from './vector.js';

const petersen = publishedData('PetersenCL.csv');
const panel = leastSquares(petersen.numbers('y'), designOf(petersen.rows, { x: petersen.numbers('x') }));
const firms = petersen.text('firm');
const years = petersen.text('year');

describe('least squares', () => {
  it('gives the difference in differences of Meyer, Viscusi and Durbin', () => {
    const injury = publishedData('injury_ky.csv');
    const after = injury.numbers('afchnge');
    const high = injury.numbers('highearn');
    const fit = leastSquares(
      injury.numbers('durat').map(Math.log),
      designOf(injury.rows, { after, high, both: after.map((value, row) => value * at(high, row)) }),
    );
    const errors = classicalCovariance(fit);
    const printed = fit.names.map((name) => {
      const { estimate, standardError } = coefficientOf(fit, errors, name);
      return [name, estimate.toFixed(5), standardError.toFixed(5)];
    });
    expect(printed).toEqual([
      ['constant', '1.12562', '0.03074'],
      ['after', '0.00766', '0.04472'],
      ['high', '0.25648', '0.04745'],
      ['both', '0.19060', '0.06851'],
    ]);
    expect(fit.rSquared.toFixed(5)).toBe('0.02066');
  });

  it('weighs rows: by hand', () => {
    // Weighted means 1·(3/4) + 5·(1/4) = 2.
    const fit = leastSquares([1, 5], { names: ['mean'], columns: [[1, 1]] }, [3, 1]);
    expect(at(fit.coefficients, 0)).toBeCloseTo(2, 12);
    expect(fit.residualSumOfSquares).toBeCloseTo(3 * 1 + 9, 12);
  });

  it.each([
    [
      'twice the same',
      { one: [1, 2, 3, 4], two: [2, 4, 6, 8] },
      'column two is made up of the columns before it',
    ],
    ['nothing', { one: [1, 2, 3, 4], none: [0, 0, 0, 0] }, 'column none is 0 in every row'],
    ['a constant again', { one: [7, 7, 7, 7] }, 'column one is made up'],
    [
      'too few rows',
      { a: [1, 2, 3, 5], b: [1, 0, 0, 1], c: [0, 0, 1, 0] },
      '4 rows cannot tell 4 coefficients',
    ],
    ['no number', { a: [1, 2, NaN, 5] }, 'a of row 3 is not a number'],
  ])('refuses %s', (_, columns: Record<string, number[]>, message) => {
    expect(() => leastSquares([1, 2, 3, 5], designOf(4, columns))).toThrow(message);
  });
});

describe('robust covariance', () => {
  it('gives the standard errors that Petersen printed', () => {
    const standardError = (covariance: Parameters<typeof coefficientOf>[1]): string =>
      coefficientOf(panel, covariance, 'x').standardError.toFixed(8);
    expect(coefficientOf(panel, classicalCovariance(panel), 'x').estimate.toFixed(8)).toBe('1.03483344');
    expect(standardError(classicalCovariance(panel))).toBe('0.02858329');
    expect(standardError(heteroskedasticCovariance(panel, 'HC1'))).toBe('0.02839516');
    expect(standardError(clusteredCovariance(panel, firms))).toBe('0.05059573');
    expect(standardError(clusteredCovariance(panel, years))).toBe('0.03338891');
    expect(standardError(twoWayCovariance(panel, firms, years))).toBe('0.05355802');
  });

  it('states its degrees of freedom', () => {
    const degrees = (covariance: Parameters<typeof coefficientOf>[1]): number =>
      coefficientOf(panel, covariance, 'x').degrees;
    expect(degrees(classicalCovariance(panel))).toBe(4998);
    expect(degrees(clusteredCovariance(panel, firms))).toBe(499);
    expect(degrees(twoWayCovariance(panel, firms, years))).toBe(9);
  });

  it('gives HC3 by hand', () => {
    // Mean of 0, 0, 3: leverages 1/3, errors -1, -1, 2. HC3: Σ (e / (2/3))² / 9 = 6 · 9/4 / 9 = 1.5.
    const fit = leastSquares([0, 0, 3], { names: ['mean'], columns: [[1, 1, 1]] });
    expect(heteroskedasticCovariance(fit, 'HC3').matrix.get(0, 0)).toBeCloseTo(1.5, 12);
    // HC1: Σ e² / 9 · 3/2 = 1, the usual variance of a mean.
    expect(heteroskedasticCovariance(fit, 'HC1').matrix.get(0, 0)).toBeCloseTo(1, 12);
  });

  it('gives CR2 of equal clusters by hand: the variance of the mean of their means', () => {
    // Cluster means 1, 2, 6: variance 7, over 3; two degrees, as for a t test of three numbers.
    const fit = leastSquares([0, 2, 2, 2, 5, 7], { names: ['mean'], columns: [[1, 1, 1, 1, 1, 1]] });
    const covariance = biasReducedCovariance(fit, ['a', 'a', 'b', 'b', 'c', 'c']);
    expect(covariance.matrix.get(0, 0)).toBeCloseTo(7 / 3, 12);
    expect(covariance.degreesFor([1])).toBeCloseTo(2, 12);
  });

  it('gives Welch’s degrees of freedom with CR2 of clusters of one row', () => {
    // Two groups, 3 and 5 rows; CR2 is then the unpaired variance s₁²/3 + s₂²/5, Bell and McCaffrey's degrees
    // (Σ)²/Σ² under equal spread: (1/3 + 1/5)² / ((1/3)²/2 + (1/5)²/4).
    const group = [0, 0, 0, 1, 1, 1, 1, 1];
    const fit = leastSquares([1, 2, 4, 3, 5, 5, 8, 9], designOf(8, { group }));
    const covariance = biasReducedCovariance(fit, [1, 2, 3, 4, 5, 6, 7, 8]);
    const { standardError, degrees } = coefficientOf(fit, covariance, 'group');
    expect(standardError ** 2).toBeCloseTo(14 / 3 / 2 / 3 + 24 / 4 / 5, 10);
    expect(degrees).toBeCloseTo((1 / 3 + 1 / 5) ** 2 / ((1 / 3) ** 2 / 2 + (1 / 5) ** 2 / 4), 10);
  });

  it('gives the interrupted series of Proposition 99 with Newey and West', () => {
    const panel = publishedData('proposition99.csv');
    const states = panel.text('state');
    const time = Array.from({ length: 31 }, (_, year) => year);
    const after = time.map((year) => (year >= 19 ? 1 : 0));
    const since = time.map((year) => Math.max(0, year - 19));
    const sales = panel.numbers('sales').filter((_, row) => states[row] === 'California');
    const fit = leastSquares(sales, designOf(31, { time, after, since }));
    const errors = neweyWestCovariance(fit, 1);
    const printed = fit.names.map((name) => {
      const { estimate, standardError } = coefficientOf(fit, errors, name);
      return [estimate.toFixed(6), standardError.toFixed(6)];
    });
    expect(printed).toEqual([
      [expect.stringMatching(/^132\.2257[89]/), expect.stringMatching(/^4\.2530[45]/)],
      ['-1.779474', '0.383419'],
      ['-20.058097', '4.724395'],
      ['-1.494652', '0.436820'],
    ]);
  });

  it('refuses a single cluster', () => {
    const one = firms.map(() => 'one');
    expect(() => clusteredCovariance(panel, one)).toThrow('one cluster alone');
    expect(() => biasReducedCovariance(panel, firms.slice(1))).toThrow('clusters has 4999 rows');
  });
});

describe('properties', () => {
  const row = fc.record({
    y: fc.integer({ min: -90, max: 90 }),
    x: fc.integer({ min: -9, max: 9 }),
    cluster: fc.integer({ min: 0, max: 4 }),
    weight: fc.integer({ min: 1, max: 3 }),
  });
  const rows = fc
    .array(row, { minLength: 8, maxLength: 30 })
    .filter(
      (all) => new Set(all.map(({ x }) => x)).size > 2 && new Set(all.map((each) => each.cluster)).size > 2,
    );
  const uneven = rows.filter((all) => new Set(all.map(({ y }) => y)).size > 2);
  type Row = { y: number; x: number; cluster: number; weight: number };
  const fitted = (all: readonly Row[], scale = 1) =>
    leastSquares(
      all.map(({ y }) => y * scale),
      designOf(all.length, { x: all.map(({ x }) => x) }),
    );

  it('does not mind the order of rows and follows the scale of the outcome', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const covariances = [clusteredCovariance, biasReducedCovariance];
        for (const covarianceOf of covariances) {
          const one = fitted(all);
          const told = coefficientOf(
            one,
            covarianceOf(
              one,
              all.map((each) => each.cluster),
            ),
            'x',
          );
          const turned = all.toReversed();
          const other = fitted(turned, 10);
          const again = coefficientOf(
            other,
            covarianceOf(
              other,
              turned.map((each) => each.cluster),
            ),
            'x',
          );
          expect(again.estimate).toBeCloseTo(10 * told.estimate, 7);
          expect(again.standardError).toBeCloseTo(10 * told.standardError, 7);
          // Satterthwaite's degrees of freedom do not depend on the outcome.
          expect(again.degrees).toBeCloseTo(told.degrees, 5);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('treats a whole weight as so many rows', () => {
    fc.assert(
      fc.property(uneven, (all) => {
        const weighted = leastSquares(
          all.map(({ y }) => y),
          designOf(all.length, { x: all.map(({ x }) => x) }),
          all.map(({ weight }) => weight),
        );
        const repeated = fitted(all.flatMap((each) => Array.from({ length: each.weight }, () => each)));
        expect(at(weighted.coefficients, 1)).toBeCloseTo(at(repeated.coefficients, 1), 8);
        expect(weighted.rSquared).toBeCloseTo(repeated.rSquared, 8);
      }),
      { numRuns: 50 },
    );
  });
});
