import type { Design } from './design.js';
import { EvidenceError, requireNumbers } from './evidence-error.js';
import { binomial, negativeBinomial, poisson, type Family, type FamilyName } from './families.js';
import { fittedBy, solve, type Fit } from './least-squares.js';
import { bestTheta } from './overdispersion.js';
import { at, vector, type Numbers } from './vector.js';

export interface GeneralisedFit extends Fit {
  readonly family: FamilyName;
  readonly fitted: Float64Array;
  readonly deviance: number;
  readonly logLikelihood: number;
  /** Pearson's X² over the degrees of freedom, whatever the family. */
  readonly pearsonDispersion: number;
  /** Of the negative binomial; null otherwise, Infinity where nothing is left to explain over Poisson. */
  readonly theta: number | null;
  readonly iterations: number;
}

export interface GeneralisedOptions {
  /** Added to the predictor as it is, one a row: the logarithm of the exposure in a model of rates. */
  readonly offset?: Numbers;
  /** How many rows like it a row stands for, or the trials behind a share. */
  readonly weights?: Numbers;
}

const MOST_ITERATIONS = 100;
const SETTLED = 1e-11;
/** A mean so near to its border is one that a category predicts perfectly. */
const AT_BORDER = 1e-9;

/**
 * A generalised linear model by iteratively reweighted least squares (McCullagh and Nelder 1989, 2.5).
 * @throws EvidenceError `bad-data`, `singular-design`, or `no-convergence` where the search does not settle or a
 * category has no events (or nothing but events), which puts its coefficient at infinity.
 */
export const generalisedLinear = (
  family: FamilyName,
  y: Numbers,
  design: Design,
  options: GeneralisedOptions = {},
): GeneralisedFit => {
  requireNumbers(y.length, { outcome: y, ...options });
  design.names.forEach((name, place) => requireNumbers(y.length, { [name]: design.columns[place] }));
  if (family === 'negative-binomial') return withTheta(y, design, options);
  const chosen = family === 'logit' ? binomial : poisson;
  return fitOf(family, iterate(chosen, y, design, options), y, design, options);
};

/** Maximises in turns the likelihood of the coefficients and that of θ, as MASS::glm.nb does. */
const withTheta = (y: Numbers, design: Design, options: GeneralisedOptions): GeneralisedFit => {
  let found = iterate(poisson, y, design, options);
  let theta = NaN;
  for (let turn = 0; turn < MOST_ITERATIONS; turn += 1) {
    const next = bestTheta(y, found.means, options.weights);
    const settled = next === Infinity || Math.abs(next - theta) < 1e-9 * next;
    theta = next;
    if (next < Infinity) found = iterate(negativeBinomial(theta), y, design, options, found.means);
    if (settled) return { ...fitOf('negative-binomial', found, y, design, options), theta };
  }
  throw new EvidenceError('no-convergence', 'the overdispersion of the negative binomial does not settle');
};

interface Found {
  readonly family: Family;
  readonly means: Float64Array;
  readonly deviance: number;
  readonly coefficients: Float64Array;
  readonly iterations: number;
}

const iterate = (
  family: Family,
  y: Numbers,
  design: Design,
  options: GeneralisedOptions,
  begin?: Numbers,
): Found => {
  requireOutcomes(family, y);
  const offset = (row: number): number => (options.offset ? at(options.offset, row) : 0);
  let means = vector(y.length, (row) => (begin ? at(begin, row) : family.start(at(y, row))));
  let deviance = devianceOf(family, y, means, options.weights);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration += 1) {
    const { response, weights } = working(family, y, means, options);
    const { coefficients } = solve(response, design, weights);
    const predictor = fittedBy(design, coefficients);
    means = vector(y.length, (row) => family.mean(at(predictor, row) + offset(row)));
    const next = devianceOf(family, y, means, options.weights);
    if (!Number.isFinite(next)) break;
    const settled = Math.abs(next - deviance) < SETTLED * (Math.abs(next) + 0.1);
    deviance = next;
    if (settled) {
      requireInside(family, means, options.weights);
      return { family, means, deviance, coefficients, iterations: iteration };
    }
  }
  throw new EvidenceError('no-convergence', `the ${family.name} model does not settle on these data`);
};

const working = (
  family: Family,
  y: Numbers,
  means: Float64Array,
  { offset, weights }: GeneralisedOptions,
) => ({
  response: vector(y.length, (row) => {
    const mean = at(means, row);
    const predictor = family.link(mean) - (offset ? at(offset, row) : 0);
    return predictor + (at(y, row) - mean) / family.slope(mean);
  }),
  weights: vector(y.length, (row) => {
    const mean = at(means, row);
    return ((weights ? at(weights, row) : 1) * family.slope(mean) ** 2) / family.variance(mean);
  }),
});

/** The working regression at the means found, and what it says. */
const fitOf = (
  name: FamilyName,
  { family, means, coefficients, deviance, iterations }: Found,
  y: Numbers,
  design: Design,
  options: GeneralisedOptions,
): GeneralisedFit => {
  const { response, weights } = working(family, y, means, options);
  const { weighted, bread } = solve(response, design, weights);
  const error = (row: number): number => (at(y, row) - at(means, row)) / family.slope(at(means, row));
  const errors = vector(y.length, (row) => Math.sqrt(at(weights, row)) * error(row));
  const prior = (row: number): number => (options.weights ? at(options.weights, row) : 1);
  const rows = Array.from(y).filter((_, row) => prior(row) > 0).length;
  const degrees = rows - design.names.length;
  // Pearson's residual is the working one times the root of the working weight.
  const pearsonDispersion = errors.reduce((total, each) => total + each ** 2, 0) / degrees;
  return {
    family: name,
    names: design.names,
    coefficients,
    weighted,
    workingWeights: weights,
    errors,
    bread,
    rows,
    degrees,
    knownDispersion: name !== 'quasi-poisson',
    dispersion: name === 'quasi-poisson' ? pearsonDispersion : 1,
    fitted: means,
    deviance,
    logLikelihood: means.reduce(
      (total, mean, row) => total + prior(row) * family.logLikelihood(at(y, row), mean),
      0,
    ),
    pearsonDispersion,
    theta: null,
    iterations,
  };
};

const devianceOf = (family: Family, y: Numbers, means: Float64Array, weights?: Numbers): number =>
  means.reduce(
    (total, mean, row) => total + (weights ? at(weights, row) : 1) * family.deviance(at(y, row), mean),
    0,
  );

const requireOutcomes = (family: Family, y: Numbers): void => {
  const wrong = Array.from(y).findIndex((value) => !family.allows(value));
  if (wrong >= 0)
    throw new EvidenceError('bad-data', `the outcome of row ${wrong + 1} is not ${family.outcomes}`);
};

const requireInside = (family: Family, means: Float64Array, weights?: Numbers): void => {
  const inside = (mean: number): boolean =>
    mean > AT_BORDER && (family.name !== 'logit' || mean < 1 - AT_BORDER);
  const place = means.findIndex((mean, row) => !inside(mean) && (!weights || at(weights, row) > 0));
  if (place >= 0)
    throw new EvidenceError(
      'no-convergence',
      `rows like row ${place + 1} are predicted perfectly: a category without events has no finite coefficient`,
    );
};
