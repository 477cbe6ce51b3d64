import { clusterBootstrap } from './cluster-bootstrap.js';
import { clusteredCovariance, coefficientOf } from './covariance.js';
import { leastSquares } from './least-squares.js';
import { drawsOf } from './random.js';
import { at, mean } from './vector.js';

describe('pairs cluster bootstrap', () => {
  const draws = drawsOf(8);
  const levels = Array.from({ length: 30 }, () => 10 * draws.uniform());
  const clusters = Array.from({ length: 150 }, (_, row) => row % 30);
  const values = clusters.map((cluster) => at(levels, cluster) + draws.uniform());
  const meanOf = (rows: Int32Array): number => mean(Array.from(rows, (row) => at(values, row)));

  it('agrees with the cluster-robust error of a mean', () => {
    const fit = leastSquares(values, { names: ['mean'], columns: [values.map(() => 1)] });
    const robust = coefficientOf(fit, clusteredCovariance(fit, clusters), 'mean');
    const result = clusterBootstrap(clusters, meanOf, { seed: 1, draws: 1999 });
    expect(result.estimate).toBeCloseTo(robust.estimate, 10);
    expect(result.standardError / robust.standardError).toBeCloseTo(1, 1);
    expect(result).toMatchObject({ clusters: 30, failed: 0 });
    expect(clusterBootstrap(clusters, meanOf, { seed: 1, draws: 1999 })).toEqual(result);
  });

  it('refuses few clusters and a statistic that fails', () => {
    expect(() =>
      clusterBootstrap(
        clusters.map((each) => each % 11),
        meanOf,
        { seed: 1 },
      ),
    ).toThrow('11 clusters');
    expect(() => clusterBootstrap(clusters, () => NaN, { seed: 1, draws: 20 })).toThrow('20 of 20 draws');
  });
});
