import gammainc from '@stdlib/math-base-special-gammainc';
import { detectable, errorOf, settingOf, type OwnFigures } from './detectable.js';
import { effectError } from '../../../evidence/power.js';
import {
  chanceOfPayment,
  falsePayments,
  leastEstimate,
  TABLE_THRESHOLDS,
  type EffectRule,
} from './payment-chance.js';
import { publishedFigures } from './published-figures.js';
import { simulateEstimates, type SimulatedEstimate } from './simulation.js';

/** In which share of them a rule opens payment for plain differences with a known error, as in the closed form. */
const simulatedPlainly = (rule: EffectRule, error: number, estimates: readonly SimulatedEstimate[]): number =>
  estimates.filter(({ difference }) => difference >= leastEstimate(rule, error)).length / estimates.length;

const percent = (share: number): number => Math.round(100 * share);
const arms = (persons: number) => ({ treated: persons, compared: persons });

describe('what can be detected with the published figures', () => {
  it.each([
    [100, 101, 86, 74, 51, 43],
    [250, 64, 54, 47, 32, 27],
    [500, 45, 38, 33, 23, 19],
    [1000, 32, 27, 23, 16, 14],
    [2500, 20, 17, 15, 10, 9],
    [5000, 14, 12, 10, 7, 6],
  ])('%d persons an arm', (persons, ...cells) => {
    const row = (figures: OwnFigures) => detectable(figures, arms(persons));
    expect(
      [
        row(publishedFigures('days', 0.3)).differenceInDifferences,
        row(publishedFigures('days', 0.5)).differenceInDifferences,
        row(publishedFigures('days', 0.5)).covariance,
        row(publishedFigures('spells', 0.3)).differenceInDifferences,
        row(publishedFigures('spells', 0.5)).differenceInDifferences,
      ].map(percent),
    ).toEqual(cells);
  });

  it('is 1.41 times as much in teams of 50 with an intraclass correlation of .02', () => {
    const alone = publishedFigures('days', 0.5);
    const teams = { ...alone, unitSize: 50, intraclassCorrelation: 0.02 };
    expect(errorOf(teams, arms(500)) / errorOf(alone, arms(500))).toBeCloseTo(1.41, 2);
    const unknown = settingOf({ ...teams, intraclassCorrelation: null }, arms(500));
    expect(effectError(unknown)).toBe(errorOf(teams, arms(500)));
  });

  it('rests on a gamma whose highest 5 per cent hold 42.7 per cent, as municipalities’ absence did in 2015', () => {
    const shape = 1 / publishedFigures('days', 0.5).variation ** 2;
    let [low, high] = [0, 50];
    while (high - low > 1e-9) {
      const middle = (low + high) / 2;
      [low, high] = gammainc(middle, shape, true, true) > 0.05 ? [middle, high] : [low, middle];
    }
    // A gamma weighed by its own amounts is a gamma of one shape more.
    expect(gammainc(low, shape + 1, true, true)).toBeCloseTo(0.427, 3);
  });
});

/** P(paid | no effect) by threshold, and the power of the lower bound at an effect of a tenth: at ρ .3 and .5. */
const FALSE_PAYMENTS = [
  [250, [0.41, 0.37, 0.33, 0.26], 0.11, [0.4, 0.35, 0.3, 0.22], 0.13],
  [500, [0.38, 0.32, 0.27, 0.18], 0.15, [0.36, 0.29, 0.23, 0.14], 0.18],
  [1000, [0.33, 0.26, 0.19, 0.1], 0.22, [0.3, 0.22, 0.15, 0.06], 0.27],
  [2500, [0.25, 0.15, 0.08, 0.02], 0.4, [0.21, 0.11, 0.05, 0.01], 0.5],
  [5000, [0.16, 0.07, 0.03, 0], 0.62, [0.12, 0.04, 0.01, 0], 0.75],
] as const;
const BOUND = { evidence: 'lower-bound', threshold: 0, level: 0.05 } as const;
const RUNS = 5000;
/** Half of the last printed digit, and for simulations four standard errors of a share of so many runs. */
const within = (printed: number, runs = Infinity): number =>
  0.0056 + 4 * Math.sqrt(Math.max(0.002, printed * (1 - printed)) / runs);

describe.each(FALSE_PAYMENTS)(
  'payment for nothing with %d persons an arm',
  (persons, low, lowBound, half, bound) => {
    const cases = [
      [0.3, low, lowBound],
      [0.5, half, bound],
    ] as const;
    it.each(cases)('in closed form, ρ %d', (correlation, point, power) => {
      const row = falsePayments(persons, errorOf(publishedFigures('days', correlation), arms(persons)));
      for (const [place, printed] of point.entries())
        expect(Math.abs((row.point[place] ?? NaN) - printed)).toBeLessThanOrEqual(within(printed));
      expect(Math.abs(row.lowerBound - power)).toBeLessThanOrEqual(within(power));
    });

    it.each(cases)('in simulated partnerships of skewed persons, ρ %d', (correlation, point, power) => {
      const figures = { ...publishedFigures('days', correlation), unitSize: persons };
      const error = errorOf(publishedFigures('days', correlation), arms(persons));
      const simulate = (effect: number) =>
        simulateEstimates({ figures, treatedUnits: 1, comparedUnits: 1, effect, runs: RUNS, seed: 5 });
      const nothing = simulate(0);
      for (const [place, printed] of point.entries()) {
        const threshold = TABLE_THRESHOLDS[place] ?? NaN;
        const paid = simulatedPlainly({ evidence: 'point', threshold }, error, nothing);
        expect(Math.abs(paid - printed)).toBeLessThanOrEqual(within(printed, RUNS));
      }
      const paid = simulatedPlainly(BOUND, error, simulate(0.1));
      expect(Math.abs(paid - power)).toBeLessThanOrEqual(within(power, RUNS) + 0.01);
      expect(simulatedPlainly(BOUND, error, nothing)).toBeLessThanOrEqual(0.064);
    });
  },
);

it('"pay if 7.5 per cent better" pays three times in ten for nothing with 500 persons', () => {
  const error = errorOf(publishedFigures('days', 0.4), arms(500));
  expect(chanceOfPayment({ evidence: 'point', threshold: 0.075 }, error)).toBeCloseTo(0.3, 1);
});
