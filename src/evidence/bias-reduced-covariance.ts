import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { requireClusters, type Covariance, type Labels } from './covariance.js';
import type { Fit } from './least-squares.js';
import { at, rowsByGroup, type Numbers } from './vector.js';

/** What is kept of a cluster: its weighted design and the adjusted one, (I - H)^(-1/2) X. */
interface Cluster {
  readonly design: Matrix;
  readonly adjusted: Matrix;
  readonly errors: Matrix;
}

/** Below it a direction is wholly explained by the cluster's own effects and says nothing. */
const EXPLAINED = 1e-9;

/**
 * CR2 of Bell and McCaffrey 2002: each cluster's errors are multiplied by (I - H)^(-1/2), which makes the covariance
 * unbiased where errors are independent and equally spread; t with Satterthwaite's degrees for each combination.
 * For 12 to 40 clusters, or unequal ones.
 * @throws EvidenceError `too-few-clusters` below 2.
 */
export const biasReducedCovariance = (fit: Fit, labels: Labels): Covariance => {
  const grouping = requireClusters(fit, labels);
  const half = rootOf(fit.bread);
  const clusters = rowsByGroup(grouping).map((rows) => clusterOf(fit, rows, half));
  const scores = new Matrix(
    clusters.map(({ adjusted, errors }) => adjusted.transpose().mmul(errors).to1DArray()),
  );
  return {
    kind: 'CR2',
    matrix: fit.bread.mmul(scores.transpose().mmul(scores)).mmul(fit.bread),
    clusters: clusters.length,
    degreesFor: (contrast) => satterthwaite(fit.bread, clusters, contrast),
  };
};

const rootOf = (symmetric: Matrix): Matrix => {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  const roots = Matrix.diag(realEigenvalues.map((value) => Math.sqrt(Math.max(0, value))));
  return eigenvectorMatrix.mmul(roots).mmul(eigenvectorMatrix.transpose());
};

/**
 * With Q = X B^½ and Q'Q = V D V', (I - QQ')^(-1/2) X = X + Q V diag(((1-d)^(-1/2) - 1)/d) V' Q' X: matrices of the
 * number of coefficients instead of that of rows.
 */
const clusterOf = (fit: Fit, rows: number[], half: Matrix): Cluster => {
  const design = fit.weighted.selection(rows, [...fit.names.keys()]);
  const q = design.mmul(half);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(q.transpose().mmul(q), {
    assumeSymmetric: true,
  });
  const stretch = realEigenvalues.map((d) => {
    if (d < EXPLAINED) return 1 / 2;
    return ((1 - d < EXPLAINED ? 0 : 1 / Math.sqrt(1 - d)) - 1) / d;
  });
  const middle = eigenvectorMatrix.mmul(Matrix.diag(stretch)).mmul(eigenvectorMatrix.transpose());
  const adjusted = Matrix.add(design, q.mmul(middle).mmul(q.transpose().mmul(design)));
  return { design, adjusted, errors: Matrix.columnVector(rows.map((row) => at(fit.errors, row))) };
};

/** (Σ pᵢᵢ)² / Σ pᵢⱼ² with P = {aᵢ'(I - H)aⱼ}, aᵢ the adjusted rows of cluster i times B c (Imbens and Kolesár 2016). */
const satterthwaite = (bread: Matrix, clusters: readonly Cluster[], contrast: Numbers): number => {
  const direction = bread.mmul(Matrix.columnVector(Array.from(contrast)));
  const loads = clusters.map(({ design, adjusted }) => {
    const along = adjusted.mmul(direction);
    return { length: along.dot(along), shadow: design.transpose().mmul(along) };
  });
  let trace = 0;
  let squares = 0;
  for (const [first, one] of loads.entries())
    for (const [second, other] of loads.entries()) {
      const shared = one.shadow.transpose().mmul(bread).mmul(other.shadow).get(0, 0);
      const entry = (first === second ? one.length : 0) - shared;
      squares += entry ** 2;
      if (first === second) trace += entry;
    }
  return trace ** 2 / squares;
};
