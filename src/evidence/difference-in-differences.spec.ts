import fc from 'fast-check';
import { publishedData } from '../../test/factories/published-data.js';
import { classicalCovariance, coefficientOf } from './covariance.js';
import { designOf } from './design.js';
import { differenceInDifferences, type BeforeAndAfter } from './difference-in-differences.js';
import { chooseInference } from './inference-choice.js';
import { leastSquares } from './least-squares.js';
import { drawsOf } from './random.js';
import { at } from './vector.js';

const kept = (columns: Record<string, number[]>, keep: (row: number) => boolean): Record<string, number[]> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, column.filter((_, row) => keep(row))]),
  );

describe('the minimum wage of Card and Krueger', () => {
  const file = publishedData('njmin3.csv');
  const all = { outcome: file.numbers('fte'), treated: file.numbers('nj'), after: file.numbers('d') };
  const answered = kept(all, (row) => Number.isFinite(all.outcome[row]));
  const data = answered as unknown as BeforeAndAfter;
  const effect = differenceInDifferences(data, { scale: 'difference', seed: 1 });

  it('gives the published means and their difference', () => {
    expect(effect.cells.map(({ mean }) => mean.toFixed(3))).toEqual(['23.331', '21.166', '20.439', '21.027']);
    expect(effect.estimate.toFixed(4)).toBe('2.7536');
    expect(effect.cells.reduce((sum, cell) => sum + cell.rows, 0)).toBe(794);
  });

  it('gives the standard errors by least squares and unpaired', () => {
    const both = Array.from(data.treated, (value, row) => value * at(data.after, row));
    const fit = leastSquares(data.outcome, designOf(794, { treated: data.treated, after: data.after, both }));
    expect(coefficientOf(fit, classicalCovariance(fit), 'both').standardError.toFixed(4)).toBe('1.6884');
    expect(effect.inference.method).toBe('HC3');
    // HC3 in a saturated design is close to the variances of the four means, unpaired: 1.801.
    const interval = effect.interval ?? { lower: NaN, upper: NaN };
    expect((interval.upper - interval.lower) / 2 / 1.963).toBeCloseTo(1.801, 1);
  });

  it('gives the balanced stores with Welch’s standard error', () => {
    const changes = file.numbers('demp').filter((_, row) => all.after[row] === 1 && pairedAt(row));
    const states = all.treated.filter((_, row) => all.after[row] === 1 && pairedAt(row));
    const fit = leastSquares(changes, designOf(changes.length, { nj: states }));
    expect(changes.length).toBe(384);
    expect(at(fit.coefficients, 1).toFixed(4)).toBe('2.7500');
    const variance = (state: number): number => {
      const own = changes.filter((_, row) => states[row] === state);
      const mean = own.reduce((sum, each) => sum + each, 0) / own.length;
      return own.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (own.length - 1) / own.length;
    };
    expect(Math.sqrt(variance(0) + variance(1)).toFixed(4)).toBe('1.3423');
  });

  function pairedAt(row: number): boolean {
    return Number.isFinite(file.numbers('demp')[row]);
  }
});

/** Units × periods with an own level each; the first `many` are treated by `effect` in the second half. */
const cells = (units: number, many: number, effect: number, seed = 1): Required<BeforeAndAfter> => {
  const draws = drawsOf(seed);
  const levels = Array.from({ length: units }, () => 5 + 5 * draws.uniform());
  const rows = levels.flatMap((level, unit) =>
    Array.from({ length: 8 }, (_, period) => ({ level, unit, period, noise: draws.uniform() - 0.5 })),
  );
  const isHit = (row: { unit: number; period: number }): boolean => row.unit < many && row.period >= 4;
  return {
    outcome: rows.map((row) => 100 * (row.level + row.noise) * (isHit(row) ? Math.exp(effect) : 1)),
    exposure: rows.map(() => 100),
    treated: rows.map(({ unit }) => (unit < many ? 1 : 0)),
    after: rows.map(({ period }) => (period >= 4 ? 1 : 0)),
    clusters: rows.map(({ unit }) => unit),
  };
};

describe('the ratio of rates', () => {
  it('is the ratio of the ratios of the four cells, by hand', () => {
    const data: BeforeAndAfter = {
      outcome: [10, 12, 20, 18],
      exposure: [100, 100, 100, 120],
      treated: [0, 0, 1, 1],
      after: [0, 1, 0, 1],
    };
    const repeated = Object.fromEntries(
      Object.entries(data).map(([name, column]) => [
        name,
        [...(column as number[]), ...(column as number[])],
      ]),
    ) as unknown as BeforeAndAfter;
    const effect = differenceInDifferences(repeated, { scale: 'ratio', seed: 1 });
    expect(effect.ratio?.ratio).toBeCloseTo(18 / 120 / (20 / 100) / (12 / 100 / (10 / 100)), 9);
  });

  it.each([
    [60, 30, 'cluster-robust', false],
    [60, 8, 'wild-cluster-bootstrap', false],
    [20, 8, 'wild-cluster-bootstrap', false],
    [20, 3, 'randomisation', true],
    [8, 4, 'randomisation', true],
  ])('with %d clusters, %d of them treated, infers by %s', (units, many, method, descriptive) => {
    const effect = differenceInDifferences(cells(units, many, -0.1), { scale: 'ratio', seed: 1, draws: 199 });
    expect(effect.inference).toMatchObject({ method, descriptive });
    expect(effect.estimate).toBeCloseTo(-0.1, 1);
    expect(effect.interval === null).toBe(descriptive);
    expect(effect.randomisation === null).toBe(!descriptive);
    expect(effect.biasReduced?.estimate).toBeCloseTo(effect.estimate, 10);
  });

  it('calls ranks placebo ranks unless units were drawn by lot', () => {
    const data = cells(8, 4, -0.3);
    const ranks = (drawnByLot: boolean) =>
      differenceInDifferences(data, { scale: 'ratio', seed: 1, drawnByLot }).randomisation;
    expect(ranks(false)).toMatchObject({ ranks: 'placebo', p: 2 / 70, smallestP: 2 / 70 });
    expect(ranks(true)?.ranks).toBe('by lot');
  });

  it.each([
    ['a half treatment', { treated: [0, 0.5, 1, 1] }, 'treated of row 2 is neither 0 nor 1'],
    ['an empty cell', { treated: [0, 0, 1, 1], after: [0, 1, 1, 1] }, 'made up of the columns before it'],
    ['no exposure', { exposure: [1, 1, 0, 1] }, 'exposure of row 3 is not above 0'],
    ['a mixed cluster', { clusters: ['a', 'a', 'a', 'b', 'a', 'a', 'a', 'b'] }, 'cluster a has both'],
  ])('refuses %s', (_, changes, message) => {
    const data = { outcome: [1, 2, 3, 4], treated: [0, 0, 1, 1], after: [0, 1, 0, 1], ...changes };
    const twice = Object.fromEntries(
      Object.entries(data).map(([name, column]) => [
        name,
        column.length === 4 ? [...column, ...column] : column,
      ]),
    ) as unknown as BeforeAndAfter;
    expect(() => differenceInDifferences(twice, { scale: 'ratio', seed: 1 })).toThrow(message);
  });
});

describe('the choice of inference', () => {
  it('follows clusters, sides and balance', () => {
    const choice = (clusters: number, treated: number, imbalance = 1) =>
      chooseInference({ clusters, treated, untreated: clusters - treated, imbalance }).method;
    expect(choice(11, 5)).toBe('randomisation');
    expect(choice(12, 4)).toBe('wild-cluster-bootstrap');
    expect(choice(12, 9)).toBe('randomisation');
    expect(choice(39, 20)).toBe('wild-cluster-bootstrap');
    expect(choice(40, 20)).toBe('cluster-robust');
    expect(choice(40, 20, 3.5)).toBe('wild-cluster-bootstrap');
  });
});

describe('properties', () => {
  it('follows the scale of the outcome and does not mind the order of rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 2, max: 50 }), (seed, scale) => {
        const data = cells(16, 8, 0.2, seed);
        const { exposure: _, ...plain } = data;
        const model = { scale: 'difference', seed: 1, draws: 99 } as const;
        const one = differenceInDifferences(plain, model);
        const scaled = Array.from(plain.outcome, (value) => value * scale).toReversed();
        const turned = {
          outcome: scaled,
          treated: Array.from(plain.treated).toReversed(),
          after: Array.from(plain.after).toReversed(),
          clusters: Array.from(plain.clusters).toReversed(),
        };
        const other = differenceInDifferences(turned, model);
        expect(other.estimate / scale).toBeCloseTo(one.estimate, 6);
        expect((other.biasReduced?.standardError ?? NaN) / scale).toBeCloseTo(
          one.biasReduced?.standardError ?? NaN,
          6,
        );
      }),
      { numRuns: 8 },
    );
  });
});
