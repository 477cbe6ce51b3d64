import fc from 'fast-check';
import { publishedData } from '../../test/factories/published-data.js';
import {
  classicalCovariance,
  clusteredCovariance,
  coefficientOf,
  heteroskedasticCovariance,
} from './covariance.js';
import { designOf, harmonics } from './design.js';
import { estimateOf, ratioOf } from './estimate.js';
import { generalisedLinear, type GeneralisedFit } from './generalised-linear.js';
import { at } from './vector.js';

const sicily = publishedData('sicily.csv');
const admissions = sicily.numbers('aces');
const exposure = { offset: sicily.numbers('stdpop').map(Math.log) };
const ban = sicily.numbers('smokban');
const time = sicily.numbers('time');
/** The printed intervals are normal ones. */
const printedRatio = (fit: GeneralisedFit, name: string): string[] => {
  const { estimate, standardError } = coefficientOf(fit, classicalCovariance(fit), name);
  const { ratio, lower, upper } = ratioOf(estimateOf(estimate, standardError, Infinity));
  return [ratio, lower, upper].map((number) => number.toFixed(5));
};

describe('the smoking ban in Sicily', () => {
  it('gives the published step change without season', () => {
    const fit = generalisedLinear('poisson', admissions, designOf(sicily.rows, { ban, time }), exposure);
    expect(printedRatio(fit, 'ban')).toEqual(['0.89438', '0.86469', '0.92509']);
    expect(printedRatio(fit, 'time')[0]).toBe('1.00496');
    expect(fit.deviance.toFixed(3)).toBe('197.310');
  });

  it('gives the published step change with two harmonics and overdispersion', () => {
    const design = designOf(sicily.rows, { ban, time, ...harmonics(time, 12, 2) });
    const fit = generalisedLinear('quasi-poisson', admissions, design, exposure);
    const { estimate, standardError, degrees } = coefficientOf(fit, classicalCovariance(fit), 'ban');
    expect([estimate.toFixed(5), standardError.toFixed(5), degrees]).toEqual(['-0.12209', '0.02703', 52]);
    expect(printedRatio(fit, 'ban')).toEqual(['0.88507', '0.83940', '0.93323']);
    // R prints 2.262186: its weights are one iteration older than its residuals. Converged, it is 2.262183.
    expect(fit.dispersion).toBeCloseTo(2.262186, 5);
    expect(Math.exp(12 * at(fit.coefficients, 2)).toFixed(4)).toBe('1.0668');
  });
});

describe('families', () => {
  const both = { x: [0, 0, 0, 1, 1, 1, 1] };

  it('gives the log of the ratio of means for two groups of counts, by hand', () => {
    // Means 4 and 2.5; variance of the log ratio 1/12 + 1/10.
    const fit = generalisedLinear('poisson', [3, 4, 5, 1, 2, 3, 4], designOf(7, both));
    const { estimate, standardError } = coefficientOf(fit, classicalCovariance(fit), 'x');
    expect(estimate).toBeCloseTo(Math.log(2.5 / 4), 10);
    expect(standardError).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 10), 10);
  });

  it('gives the log odds ratio of a table of four, by hand', () => {
    // 6 of 10 against 3 of 12: odds 1.5 and 1/3; variance 1/6 + 1/4 + 1/3 + 1/9.
    const fit = generalisedLinear('logit', [1, 0, 1, 0], designOf(4, { x: [0, 0, 1, 1] }), {
      weights: [6, 4, 3, 9],
    });
    const { estimate, standardError } = coefficientOf(fit, classicalCovariance(fit), 'x');
    expect(estimate).toBeCloseTo(Math.log(1 / 3 / 1.5), 9);
    expect(standardError).toBeCloseTo(Math.sqrt(1 / 6 + 1 / 4 + 1 / 3 + 1 / 9), 9);
  });

  it('puts the negative binomial at the top of its likelihood', () => {
    const y = [0, 3, 9, 0, 1, 14, 2, 7, 0, 4, 0, 22, 1, 3];
    const x = y.map((_, row) => row % 2);
    const fit = generalisedLinear('negative-binomial', y, designOf(14, { x }));
    const theta = fit.theta ?? NaN;
    // Independent of the search: the mean of each half is fitted, and moving θ loses likelihood.
    expect(at(fit.fitted, 0)).toBeCloseTo(13 / 7, 6);
    expect(at(fit.fitted, 1)).toBeCloseTo(53 / 7, 6);
    const likelihood = (at: number): number =>
      y.reduce((total, count, row) => {
        const mean = fit.fitted[row] ?? NaN;
        let gamma = 0;
        for (let each = 0; each < count; each += 1) gamma += Math.log((each + at) / (each + 1));
        return total + gamma + at * Math.log(at / (at + mean)) + count * Math.log(mean / (at + mean));
      }, 0);
    expect(fit.logLikelihood).toBeCloseTo(likelihood(theta), 8);
    expect(likelihood(theta)).toBeGreaterThan(likelihood(theta * 1.001));
    expect(likelihood(theta)).toBeGreaterThan(likelihood(theta / 1.001));
  });

  it('falls back to Poisson where counts are spread less', () => {
    const y = [3, 4, 3, 4, 3, 4];
    const fit = generalisedLinear('negative-binomial', y, designOf(6, { x: [0, 0, 0, 1, 1, 1] }));
    expect(fit.theta).toBe(Infinity);
  });

  it('has robust errors that agree with least squares on a saturated scale', () => {
    // With one group the model is its mean: the variance of its log is that of the mean over its square.
    const y = [2, 4, 9];
    const fit = generalisedLinear('poisson', y, { names: ['constant'], columns: [[1, 1, 1]] });
    expect(heteroskedasticCovariance(fit, 'HC1').matrix.get(0, 0)).toBeCloseTo(13 / 3 / 25, 10);
    expect(clusteredCovariance(fit, ['a', 'b', 'c']).matrix.get(0, 0)).toBeCloseTo(13 / 3 / 25, 10);
  });

  it.each([
    ['poisson', [1, -1, 2], 'the outcome of row 2 is not at least 0'],
    ['logit', [0, 2, 1], 'the outcome of row 2 is not from 0 to 1'],
    ['poisson', [0, 5, 6], 'rows like row 1 are predicted perfectly'],
    ['logit', [0, 1, 0], 'rows like row 1 are predicted perfectly'],
  ] as const)('refuses %s with %j', (family, y, message) => {
    expect(() => generalisedLinear(family, y, designOf(3, { x: [0, 1, 1] }))).toThrow(message);
  });
});

describe('properties', () => {
  const rows = fc.array(
    fc.record({
      y: fc.integer({ min: 0, max: 20 }),
      x: fc.integer({ min: 0, max: 1 }),
      e: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 4, maxLength: 30 },
  );

  it('gives the ratio of rates whatever the order, and follows the scale of the exposure', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const total = (x: number, of: 'y' | 'e'): number =>
          all.filter((row) => row.x === x).reduce((sum, row) => sum + row[of], 0);
        fc.pre(total(0, 'y') > 0 && total(1, 'y') > 0);
        const fit = (scale: number, each: typeof all) =>
          generalisedLinear(
            'poisson',
            each.map(({ y }) => y),
            designOf(each.length, { x: each.map(({ x }) => x) }),
            {
              offset: each.map(({ e }) => Math.log(e * scale)),
            },
          );
        const rate = (x: number): number => total(x, 'y') / total(x, 'e');
        expect(at(fit(1, all).coefficients, 1)).toBeCloseTo(Math.log(rate(1) / rate(0)), 7);
        const turned = fit(10, all.toReversed());
        expect(at(turned.coefficients, 1)).toBeCloseTo(Math.log(rate(1) / rate(0)), 7);
        expect(at(turned.coefficients, 0)).toBeCloseTo(Math.log(rate(0) / 10), 7);
      }),
      { numRuns: 60 },
    );
  });
});
