import { inverse, Matrix, QrDecomposition } from 'ml-matrix';
import type { Design } from './design.js';
import { EvidenceError, requireNumbers } from './evidence-error.js';
import { at, dot, mean, sum, vector, type Numbers } from './vector.js';

/**
 * A fitted model as the covariances see it: a regression of working errors on a weighted design. For weighted least
 * squares the rows are multiplied by the root of their weight, for a generalised linear model by that of the last
 * iteration's.
 */
export interface Fit {
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** √W X, a row an observation, a column a coefficient. */
  readonly weighted: Matrix;
  /** W, one a row: given weights, and those of the last iteration. */
  readonly workingWeights: Float64Array;
  /** √W times the (working) residual, one a row. */
  readonly errors: Float64Array;
  /** (X'WX)⁻¹ */
  readonly bread: Matrix;
  /** Rows with a weight. */
  readonly rows: number;
  /** Rows less coefficients. */
  readonly degrees: number;
  /** What the unscaled covariance is multiplied with where nothing robust is asked for. */
  readonly dispersion: number;
  /** Whether theory gives the dispersion, so that intervals are normal; else it is estimated, and they are Student's. */
  readonly knownDispersion: boolean;
}

export interface LinearFit extends Fit {
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** Of the weighted rows. */
  readonly residualSumOfSquares: number;
  readonly rSquared: number;
}

/** A column whose part that the others do not explain is a smaller share than this of it counts as explained. */
const RANK_TOLERANCE = 1e-9;

/**
 * Ordinary least squares, or weighted where weights are given, by Householder's QR of [√W X, √W y].
 * @param weights inverse to the variance of each row, ≥ 0
 * @throws EvidenceError `singular-design` naming the column that the others make up; `bad-data`.
 */
export const leastSquares = (y: Numbers, design: Design, weights?: Numbers): LinearFit => {
  requireNumbers(y.length, { outcome: y, weights, ...columnsOf(design) });
  const solved = solve(y, design, weights);
  const fitted = fittedBy(design, solved.coefficients);
  const residuals = vector(y.length, (row) => at(y, row) - at(fitted, row));
  const errors = vector(y.length, (row) => at(residuals, row) * rootOf(weights, row));
  const rows = weights ? Array.from(weights).filter((weight) => weight > 0).length : y.length;
  const degrees = rows - design.names.length;
  const residualSumOfSquares = dot(errors, errors);
  return {
    names: design.names,
    ...solved,
    workingWeights: vector(y.length, (row) => (weights ? at(weights, row) : 1)),
    errors,
    rows,
    degrees,
    dispersion: residualSumOfSquares / degrees,
    knownDispersion: false,
    fitted,
    residuals,
    residualSumOfSquares,
    rSquared: 1 - residualSumOfSquares / totalSumOfSquares(y, weights),
  };
};

/** The linear predictor X b. */
export const fittedBy = ({ columns }: Design, coefficients: Numbers): Float64Array => {
  const fitted = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, place) => {
    const coefficient = at(coefficients, place);
    for (let row = 0; row < fitted.length; row += 1)
      fitted[row] = at(fitted, row) + coefficient * at(column, row);
  });
  return fitted;
};

/** Coefficients, weighted design and bread of a least squares problem. */
export const solve = (
  y: Numbers,
  { names, columns }: Design,
  weights?: Numbers,
): Pick<Fit, 'coefficients' | 'weighted' | 'bread'> => {
  const width = names.length;
  if (y.length <= width)
    throw new EvidenceError('singular-design', `${y.length} rows cannot tell ${width} coefficients`);
  const weighted = new Matrix(y.length, width);
  const augmented = new Matrix(y.length, width + 1);
  for (let row = 0; row < y.length; row += 1) {
    const root = rootOf(weights, row);
    for (let place = 0; place < width; place += 1) {
      const value = root * at(columns[place] ?? [], row);
      weighted.set(row, place, value);
      augmented.set(row, place, value);
    }
    augmented.set(row, width, root * at(y, row));
  }
  const triangle = new QrDecomposition(augmented).upperTriangularMatrix;
  requireRank(triangle, names);
  const root = inverse(triangle.subMatrix(0, width - 1, 0, width - 1));
  const projected = triangle.subMatrix(0, width - 1, width, width);
  const coefficients = Float64Array.from(root.mmul(projected).to1DArray());
  return { coefficients, weighted, bread: root.mmul(root.transpose()) };
};

const requireRank = (triangle: Matrix, names: readonly string[]): void => {
  names.forEach((name, place) => {
    const length = Math.hypot(...triangle.getColumn(place).slice(0, place + 1));
    if (Math.abs(triangle.get(place, place)) > RANK_TOLERANCE * length) return;
    const why = length === 0 ? 'is 0 in every row' : 'is made up of the columns before it';
    throw new EvidenceError('singular-design', `column ${name} ${why}: leave it out`);
  });
};

const rootOf = (weights: Numbers | undefined, row: number): number =>
  weights ? Math.sqrt(at(weights, row)) : 1;

const columnsOf = ({ names, columns }: Design): Record<string, Numbers> =>
  Object.fromEntries(names.map((name, place) => [name, columns[place] ?? []]));

const totalSumOfSquares = (y: Numbers, weights?: Numbers): number => {
  const centre = weights ? dot(weights, y) / sum(weights) : mean(y);
  const squares = vector(y.length, (row) => (at(y, row) - centre) ** 2);
  return weights ? dot(weights, squares) : sum(squares);
};
