import { biasReducedCovariance } from '../../evidence/bias-reduced-covariance.js';
import { clusterBootstrap } from '../../evidence/cluster-bootstrap.js';
import {
  classicalCovariance,
  clusteredCovariance,
  coefficientOf,
  heteroskedasticCovariance,
  neweyWestCovariance,
  twoWayCovariance,
  type Covariance,
} from '../../evidence/covariance.js';
import { designOf } from '../../evidence/design.js';
import { ratioOf } from '../../evidence/estimate.js';
import { generalisedLinear, type GeneralisedFit } from '../../evidence/generalised-linear.js';
import { leastSquares, type Fit } from '../../evidence/least-squares.js';
import { benjaminiHochberg, holm } from '../../evidence/multiple-testing.js';
import { restrictedGeneralised, restrictedLeastSquares } from '../../evidence/restricted-model.js';
import { at, vector } from '../../evidence/vector.js';
import { wildClusterBootstrap } from '../../evidence/wild-bootstrap.js';
import { drawing, SHARED, type EvaluationDesign } from './design.js';
import { EvaluationFault, type Fields } from './fields.js';
import type { Given } from './given.js';

const ERRORS = ['classical', 'HC1', 'HC3', 'CR1', 'CR2', 'two-way', 'Newey-West'] as const;
const FAMILIES = ['poisson', 'quasi-poisson', 'negative-binomial', 'logit'] as const;

const errorFields = {
  errors: { kind: 'choice', choices: ERRORS, help: 'what may go together; classical unless told' },
  clusters: SHARED.clusters,
  secondClusters: { kind: 'labels', help: 'the other way, with errors two-way' },
  lags: { kind: 'whole', help: 'how far apart in time, with errors Newey-West; rows in the order of time' },
} as const satisfies Fields;

const covarianceOf = (fit: Fit, given: Given): Covariance => {
  const kind = given.choice('errors', ERRORS);
  switch (kind) {
    case 'classical':
      return classicalCovariance(fit);
    case 'HC1':
    case 'HC3':
      return heteroskedasticCovariance(fit, kind);
    case 'CR1':
      return clusteredCovariance(fit, given.labels('clusters'));
    case 'CR2':
      return biasReducedCovariance(fit, given.labels('clusters'));
    case 'two-way':
      return twoWayCovariance(fit, given.labels('clusters'), given.labels('secondClusters'));
    case 'Newey-West':
      return neweyWestCovariance(fit, given.number('lags', 1));
  }
};

const coefficientsOf = (fit: Fit, given: Given, isLog: boolean) => {
  const covariance = covarianceOf(fit, given);
  const coefficients = fit.names.map((name) => {
    const effect = coefficientOf(fit, covariance, name, given.confidence);
    return { name, ...effect, ...(isLog && { ratio: ratioOf(effect) }) };
  });
  return { errors: covariance.kind, clusters: covariance.clusters, coefficients };
};

const designIn = (given: Given) => designOf(given.rows, given.explaining());

const leastSquaresDesign: EvaluationDesign = {
  summary: 'ordinary or weighted least squares',
  fields: {
    outcome: SHARED.outcome,
    columns: SHARED.columns,
    categories: SHARED.categories,
    weights: SHARED.weights,
    ...errorFields,
  },
  run: (given) => {
    const weights = given.has('weights') ? given.numbers('weights') : undefined;
    const fit = leastSquares(given.numbers('outcome'), designIn(given), weights);
    const { rSquared, degrees, residualSumOfSquares } = fit;
    return { ...coefficientsOf(fit, given, false), rSquared, degrees, residualSumOfSquares };
  },
};

const modelFields = {
  family: { kind: 'choice', choices: FAMILIES, help: 'distribution and link', required: true },
  outcome: SHARED.outcome,
  columns: SHARED.columns,
  categories: SHARED.categories,
  exposure: { kind: 'numbers', help: 'what the outcome is counted over; its logarithm is the offset' },
} as const satisfies Fields;

const optionsOf = (given: Given) => {
  const exposure = given.has('exposure') ? given.numbers('exposure') : undefined;
  const none = exposure?.findIndex((value) => value <= 0) ?? -1;
  if (none >= 0) throw new EvaluationFault(`exposure of row ${none + 1} is not above 0`);
  return {
    ...(exposure && { offset: vector(exposure.length, (row) => Math.log(at(exposure, row))) }),
    ...given.optionalNumbers('weights', 'weights'),
  };
};

const generalisedDesign: EvaluationDesign = {
  summary: 'generalised linear model: counts, rates, shares',
  fields: {
    ...modelFields,
    weights: { kind: 'numbers', help: 'how many rows like it a row stands for, or trials' },
    ...errorFields,
  },
  run: (given) => {
    const family = given.choice('family', FAMILIES);
    const fit: GeneralisedFit = generalisedLinear(
      family,
      given.numbers('outcome'),
      designIn(given),
      optionsOf(given),
    );
    const { deviance, logLikelihood, pearsonDispersion, theta, iterations, degrees } = fit;
    return {
      ...coefficientsOf(fit, given, true),
      deviance,
      logLikelihood,
      pearsonDispersion,
      theta,
      iterations,
      degrees,
    };
  },
};

const wildDesign: EvaluationDesign = {
  summary: 'restricted wild cluster bootstrap of one coefficient',
  fields: {
    ...modelFields,
    family: { kind: 'choice', choices: ['linear', ...FAMILIES], help: 'linear unless told' },
    tested: { kind: 'text', help: 'the name of the coefficient', required: true },
    clusters: { ...SHARED.clusters, required: true },
    nullValue: { kind: 'number', help: 'that the p is for; 0' },
    signs: { kind: 'choice', choices: ['rademacher', 'webb'], help: 'by the number of clusters unless told' },
    seed: SHARED.seed,
    draws: SHARED.draws,
  },
  run: (given) => {
    const [y, design, tested] = [given.numbers('outcome'), designIn(given), given.text('tested')];
    const family = given.choice('family', ['linear', ...FAMILIES]);
    const model =
      family === 'linear'
        ? restrictedLeastSquares(y, design, tested)
        : restrictedGeneralised(family, y, design, tested, optionsOf(given));
    return {
      estimate: at(model.full.coefficients, model.place),
      ...wildClusterBootstrap(model, given.labels('clusters'), {
        ...drawing(given),
        nullValue: given.number('nullValue', 0),
        ...(given.has('signs') && { weights: given.choice('signs', ['rademacher', 'webb']) }),
      }),
      seed: given.number('seed', 1),
    };
  },
};

const bootstrapDesign: EvaluationDesign = {
  summary: 'cluster bootstrap of a coefficient of least squares',
  fields: {
    outcome: SHARED.outcome,
    columns: SHARED.columns,
    categories: SHARED.categories,
    tested: { kind: 'text', help: 'the name of the coefficient; constant gives the mean', required: true },
    clusters: { ...SHARED.clusters, required: true },
    seed: SHARED.seed,
    draws: { kind: 'whole', help: 'how many; 999' },
  },
  run: (given) => {
    const [y, { names, columns }] = [given.numbers('outcome'), designIn(given)];
    const place = names.indexOf(given.text('tested'));
    if (place < 0)
      throw new EvaluationFault(`there is no coefficient ${given.text('tested')}: ${names.join(', ')}`);
    const statistic = (rows: Int32Array): number => {
      const drawn = columns.map((column) => vector(rows.length, (row) => at(column, at(rows, row))));
      const outcome = vector(rows.length, (row) => at(y, at(rows, row)));
      return at(leastSquares(outcome, { names, columns: drawn }).coefficients, place);
    };
    return {
      ...clusterBootstrap(given.labels('clusters'), statistic, drawing(given)),
      seed: given.number('seed', 1),
    };
  },
};

const adjustDesign: EvaluationDesign = {
  summary: 'p-values of several tests, by Holm and by Benjamini and Hochberg',
  fields: { p: { kind: 'numbers', help: 'p-values', required: true } },
  run: (given) => {
    const ps = given.numbers('p');
    const wrong = ps.findIndex((p) => p < 0 || p > 1);
    if (wrong >= 0) throw new EvaluationFault(`p of row ${wrong + 1} is not from 0 to 1`);
    return { holm: holm(ps), benjaminiHochberg: benjaminiHochberg(ps) };
  },
};

export const MODEL_DESIGNS = {
  'least-squares': leastSquaresDesign,
  'generalised-linear': generalisedDesign,
  'wild-bootstrap': wildDesign,
  'cluster-bootstrap': bootstrapDesign,
  'adjust-p': adjustDesign,
} as const satisfies Readonly<Record<string, EvaluationDesign>>;
