import { Matrix } from 'ml-matrix';
import { estimateOf, type Estimate } from './estimate.js';
import { EvidenceError } from './evidence-error.js';
import type { Fit } from './least-squares.js';
import { placeOf } from './design.js';
import { at, grouped, vector, type Grouping, type Numbers } from './vector.js';

/** How the errors were taken to go together. */
export type CovarianceKind = 'classical' | 'HC1' | 'HC3' | 'CR1' | 'CR2' | 'two-way' | 'Newey-West';

/** The covariance of a fit's coefficients, and of which t its intervals are. */
export interface Covariance {
  readonly kind: CovarianceKind;
  readonly matrix: Matrix;
  /** Groups of rows that go together; null where rows are taken one by one. */
  readonly clusters: number | null;
  /** Degrees of freedom for a combination of the coefficients. */
  degreesFor(contrast: Numbers): number;
}

/** Labels that say which rows go together: one a row. */
export type Labels = ArrayLike<string | number>;

/** σ²(X'WX)⁻¹: rows independent and equally spread (or as the family of a generalised linear model says). */
export const classicalCovariance = (fit: Fit): Covariance => ({
  kind: 'classical',
  matrix: Matrix.mul(fit.bread, fit.dispersion),
  clusters: null,
  degreesFor: () => (fit.knownDispersion ? Infinity : fit.degrees),
});

/**
 * Rows independent but unequally spread. HC1 is White's with n/(n-k); HC3 divides each error by 1 - its leverage
 * (MacKinnon and White 1985), near the jackknife and better with few rows.
 */
export const heteroskedasticCovariance = (fit: Fit, kind: 'HC1' | 'HC3'): Covariance => {
  const scores = scoresOf(fit);
  if (kind === 'HC3')
    scores.mulColumnVector(Array.from(fit.errors.keys(), (row) => 1 / (1 - leverage(fit, row))));
  const factor = kind === 'HC1' ? fit.rows / fit.degrees : 1;
  return {
    kind,
    matrix: sandwich(fit.bread, scores).mul(factor),
    clusters: null,
    degreesFor: () => fit.degrees,
  };
};

const leverage = (fit: Fit, row: number): number => {
  const values = fit.weighted.getRowVector(row);
  return values.mmul(fit.bread).mmul(values.transpose()).get(0, 0);
};

/**
 * Rows of a cluster go together in any way, clusters are independent: CR1 with G/(G-1)·(n-1)/(n-k) and t of G - 1
 * degrees (Cameron and Miller 2015). Reliable from about 40 clusters of similar size.
 * @throws EvidenceError `too-few-clusters` below 2.
 */
export const clusteredCovariance = (fit: Fit, clusters: Labels): Covariance => {
  const grouping = requireClusters(fit, clusters);
  const count = grouping.labels.length;
  return {
    kind: 'CR1',
    matrix: clusteredMatrix(fit, grouping),
    clusters: count,
    degreesFor: () => count - 1,
  };
};

const clusteredMatrix = (fit: Fit, grouping: Grouping): Matrix => {
  const count = grouping.labels.length;
  const factor = (count / (count - 1)) * ((fit.rows - 1) / fit.degrees);
  return sandwich(fit.bread, clusterScores(fit, grouping)).mul(factor);
};

/**
 * Rows go together in two ways at once, such as within a unit and within a month: V₁ + V₂ - V₁₂
 * (Cameron, Gelbach and Miller 2011), each with its own CR1 factor; t of the fewer clusters less one.
 * @throws EvidenceError `too-few-clusters` below 2 in either.
 */
export const twoWayCovariance = (fit: Fit, first: Labels, second: Labels): Covariance => {
  const one = requireClusters(fit, first);
  const other = requireClusters(fit, second);
  const both = grouped(Array.from(one.codes, (code, row) => `${code} ${other.codes[row]}`));
  const matrix = Matrix.sub(
    Matrix.add(clusteredMatrix(fit, one), clusteredMatrix(fit, other)),
    clusteredMatrix(fit, both),
  );
  const count = Math.min(one.labels.length, other.labels.length);
  return { kind: 'two-way', matrix, clusters: count, degreesFor: () => count - 1 };
};

/**
 * Errors of neighbouring times go together up to a distance: Newey and West 1987, Bartlett's weights, n/(n-k). Rows
 * are in the order of time.
 * @param lags how many times apart; 0 takes times for independent
 * @param times one label a row where several series share their times: rows of a time are summed first, so that
 * shocks common to the series are counted (Driscoll and Kraay 1998)
 */
export const neweyWestCovariance = (fit: Fit, lags: number, times?: Labels): Covariance => {
  const scores = times ? clusterScores(fit, requireClusters(fit, times)) : scoresOf(fit);
  if (lags >= scores.rows) throw new EvidenceError('bad-data', `${lags} lags need more than ${lags} times`);
  const meat = scores.transpose().mmul(scores);
  for (let lag = 1; lag <= lags; lag += 1) {
    const later = scores.subMatrix(lag, scores.rows - 1, 0, scores.columns - 1);
    const earlier = scores.subMatrix(0, scores.rows - 1 - lag, 0, scores.columns - 1);
    const product = later.transpose().mmul(earlier);
    meat.add(Matrix.add(product, product.transpose()).mul(1 - lag / (lags + 1)));
  }
  const matrix = fit.bread.mmul(meat).mmul(fit.bread);
  return {
    kind: 'Newey-West',
    matrix: matrix.mul(fit.rows / fit.degrees),
    clusters: null,
    degreesFor: () => fit.degrees,
  };
};

/** The derivative of the criterion by each coefficient, row by row. */
const scoresOf = (fit: Fit): Matrix => fit.weighted.clone().mulColumnVector(Array.from(fit.errors));

/** The scores summed within each cluster: a row a cluster. */
export const clusterScores = (
  fit: Pick<Fit, 'names' | 'weighted' | 'errors'>,
  { codes, labels }: Grouping,
): Matrix => {
  const scores = Matrix.zeros(labels.length, fit.names.length);
  for (let row = 0; row < codes.length; row += 1) {
    const cluster = at(codes, row);
    const error = at(fit.errors, row);
    for (let place = 0; place < scores.columns; place += 1)
      scores.set(cluster, place, scores.get(cluster, place) + fit.weighted.get(row, place) * error);
  }
  return scores;
};

/** Numbers the clusters of the rows. @throws EvidenceError `bad-data` or `too-few-clusters`. */
export const requireClusters = (fit: Pick<Fit, 'errors'>, clusters: Labels): Grouping => {
  if (clusters.length !== fit.errors.length)
    throw new EvidenceError(
      'bad-data',
      `clusters has ${clusters.length} rows, ${fit.errors.length} are wanted`,
    );
  const grouping = grouped(clusters);
  if (grouping.labels.length < 2)
    throw new EvidenceError(
      'too-few-clusters',
      'one cluster alone says nothing about the spread between clusters',
    );
  return grouping;
};

const sandwich = (bread: Matrix, scores: Matrix): Matrix =>
  bread.mmul(scores.transpose().mmul(scores)).mmul(bread);

/** A combination of coefficients with its interval under a covariance. @param contrast one factor a coefficient */
export const combine = (
  fit: Pick<Fit, 'coefficients'>,
  covariance: Covariance,
  contrast: Numbers,
  confidence = 0.95,
): Estimate => {
  const row = Matrix.rowVector(Array.from(contrast));
  const estimate = row.mmul(Matrix.columnVector(Array.from(fit.coefficients))).get(0, 0);
  const squared = row.mmul(covariance.matrix).mmul(row.transpose()).get(0, 0);
  return estimateOf(estimate, Math.sqrt(squared), covariance.degreesFor(contrast), confidence);
};

/** One coefficient with its interval. @throws EvidenceError `bad-data` where there is none of the name. */
export const coefficientOf = (
  fit: Pick<Fit, 'names' | 'coefficients'>,
  covariance: Covariance,
  name: string,
  confidence = 0.95,
): Estimate => {
  const place = placeOf(fit.names, name);
  const contrast = vector(fit.names.length, (other) => (other === place ? 1 : 0));
  return combine(fit, covariance, contrast, confidence);
};
