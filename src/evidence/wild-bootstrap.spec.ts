import { publishedData } from '../../test/factories/published-data.js';
import { clusteredCovariance, coefficientOf } from './covariance.js';
import { designOf } from './design.js';
import { studentTwoSided } from './distributions.js';
import { drawsOf } from './random.js';
import { restrictedGeneralised, restrictedLeastSquares } from './restricted-model.js';
import { wildClusterBootstrap } from './wild-bootstrap.js';

const petersen = publishedData('PetersenCL.csv');
const model = restrictedLeastSquares(
  petersen.numbers('y'),
  designOf(petersen.rows, { x: petersen.numbers('x') }),
  'x',
);
const years = petersen.text('year');

describe('wild cluster bootstrap', () => {
  it('gives the p of Petersen’s panel by all 1,024 patterns of its years', () => {
    const result = wildClusterBootstrap(model, years, { seed: 1, weights: 'rademacher', nullValue: 1 });
    expect(result.statistic.toFixed(6)).toBe('1.043264');
    expect(result.p).toBe(334 / 1024);
    expect(result.p.toFixed(6)).toBe('0.326172');
    expect(studentTwoSided(result.statistic, 9).toFixed(5)).toBe('0.32404');
    expect(result).toMatchObject({ draws: 1024, enumerated: true, clusters: 10, smallestP: 2 / 1024 });
    // The bounds are where the same test begins to reject.
    const p = (nullValue: number): number =>
      wildClusterBootstrap(model, years, { seed: 1, weights: 'rademacher', nullValue }).p;
    expect(p(result.lower + 0.001)).toBeGreaterThan(0.05);
    expect(p(result.lower - 0.001)).toBeLessThanOrEqual(0.05);
    expect(p(result.upper - 0.001)).toBeGreaterThan(0.05);
    expect(p(result.upper + 0.001)).toBeLessThanOrEqual(0.05);
  });

  it('takes Webb’s six values below twelve clusters, and the same seed gives the same result', () => {
    const once = wildClusterBootstrap(model, years, { seed: 7, draws: 999, nullValue: 1 });
    expect(once).toMatchObject({ weights: 'webb', draws: 999, enumerated: false, smallestP: 0.001 });
    expect(wildClusterBootstrap(model, years, { seed: 7, draws: 999, nullValue: 1 })).toEqual(once);
    expect(Math.abs(once.p - 334 / 1024)).toBeLessThan(0.06);
  });

  it('agrees with the cluster-robust interval where clusters are many', () => {
    const firms = petersen.text('firm');
    const wild = wildClusterBootstrap(model, firms, { seed: 3, draws: 399 });
    const robust = coefficientOf(model.full, clusteredCovariance(model.full, firms), 'x');
    expect(Math.abs(wild.lower - robust.lower)).toBeLessThan(0.01);
    expect(Math.abs(wild.upper - robust.upper)).toBeLessThan(0.01);
    expect(wild.statistic).toBeCloseTo(robust.statistic, 8);
  });

  it('covers the ratio of counts that was drawn', () => {
    const draws = drawsOf(11);
    const rows = Array.from({ length: 300 }, (_, row) => row);
    const cluster = rows.map((row) => Math.floor(row / 10));
    const x = rows.map((row) => cluster[row] ?? 0).map((each) => each % 2);
    const y = x.map((each) => Math.floor(10 * draws.uniform() * (each === 1 ? 0.5 : 1) + draws.uniform()));
    const counts = restrictedGeneralised('poisson', y, designOf(300, { x }), 'x');
    const wild = wildClusterBootstrap(counts, cluster, { seed: 5, draws: 499 });
    const robust = coefficientOf(counts.full, clusteredCovariance(counts.full, cluster), 'x');
    expect(wild.lower).toBeLessThan(robust.estimate);
    expect(wild.upper - wild.lower).toBeCloseTo(robust.upper - robust.lower, 1);
    expect(wild.p).toBeLessThan(0.01);
  });

  it('rejects nothing where two clusters cannot', () => {
    const result = wildClusterBootstrap(
      model,
      years.map((year) => Number(year) % 2),
      {
        seed: 1,
        weights: 'rademacher',
      },
    );
    expect(result.smallestP).toBe(0.5);
    expect([result.lower, result.upper]).toEqual([-Infinity, Infinity]);
  });
});
