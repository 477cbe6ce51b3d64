import { inverse, Matrix } from 'ml-matrix';
import type { Labels } from './covariance.js';
import { sweepRiskSets, type EventTime, type Likelihood, type Sweep } from './cox-risk-sets.js';
import { placeOf } from './design.js';
import { estimateOf, ratioOf, type Estimate, type Ratio } from './estimate.js';
import { EvidenceError, requireNumbers } from './evidence-error.js';
import { requireDurations, type Durations } from './risk-table.js';
import { at, dot, grouped, mean, rowsByGroup, vector, type Numbers } from './vector.js';

export interface CoxOptions {
  /** How durations that are equal are treated; Efron's is nearer to the truth. */
  readonly ties?: 'efron' | 'breslow';
  /** One label a row: each stratum has a baseline of its own, such as a workplace. */
  readonly strata?: Labels;
  /** One label a row: errors that go together, and robust in any case. */
  readonly clusters?: Labels;
  readonly confidence?: number;
}

/** The effect of a column on the log hazard, and as a ratio of hazards: above 1 things end sooner. */
export interface HazardEffect extends Estimate {
  readonly name: string;
  readonly hazard: Ratio;
}

export interface CoxFit {
  readonly effects: readonly HazardEffect[];
  readonly covariance: Matrix;
  readonly errors: 'model-based' | 'cluster-robust';
  readonly clusters: number | null;
  readonly subjects: number;
  readonly events: number;
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly iterations: number;
}

const MOST_ITERATIONS = 50;
const TELLS_WITHOUT_FAIL = 'a column tells without fail who ends first: its ratio has no finite value';

/**
 * Cox's proportional hazards (1972), ties by Efron 1977, by Newton's method on the partial likelihood. With clusters
 * the robust covariance of Lin and Wei 1989 from score residuals summed by cluster, with G/(G-1) and t of G - 1.
 * Assumes that a column multiplies the hazard by the same factor at all durations.
 * @throws EvidenceError `bad-data`, `singular-design` naming the column, `no-convergence` where a column tells who
 * ends first without fail.
 */
export const cox = (
  sample: Durations,
  columns: Readonly<Record<string, Numbers>>,
  options: CoxOptions = {},
): CoxFit => {
  requireDurations(sample);
  requireNumbers(sample.durations.length, columns);
  if (sample.weights) throw new EvidenceError('bad-data', 'weights are not taken here: give a row for each');
  const names = Object.keys(columns);
  const sweep = sweepOf(sample, Object.values(columns), options);
  const found = maximise(sweep, names);
  const clusters = options.clusters && grouped(options.clusters);
  const covariance = clusters ? robust(sweep, found, clusters) : found.covariance;
  const degrees = clusters ? clusters.labels.length - 1 : Infinity;
  const effects = names.map((name) => {
    const place = placeOf(names, name);
    const error = Math.sqrt(covariance.get(place, place));
    const effect = estimateOf(at(found.coefficients, place), error, degrees, options.confidence);
    return { name, ...effect, hazard: ratioOf(effect) };
  });
  return {
    effects,
    covariance,
    errors: clusters ? 'cluster-robust' : 'model-based',
    clusters: clusters?.labels.length ?? null,
    subjects: sample.durations.length,
    events: sweep.ended.reduce((sum, each) => sum + each, 0),
    logLikelihood: found.logLikelihood,
    nullLogLikelihood: found.nullLogLikelihood,
    iterations: found.iterations,
  };
};

const sweepOf = (sample: Durations, columns: readonly Numbers[], { ties, strata }: CoxOptions): Sweep => {
  const rows = sample.durations.length;
  const entered = vector(rows, (row) => (sample.entered ? at(sample.entered, row) : -Infinity));
  const durations = Float64Array.from(sample.durations);
  const layers = strata ? rowsByGroup(grouped(strata)) : [Array.from(durations.keys())];
  const descending = (subjects: readonly number[], by: Float64Array): Int32Array =>
    Int32Array.from(subjects).sort((one, other) => at(by, other) - at(by, one));
  return {
    durations,
    ended: Uint8Array.from(sample.ended),
    entered,
    // Centred, so that risks stay near 1 whatever the columns' scale.
    covariates: columns.map((column) => {
      const middle = mean(column);
      return vector(rows, (row) => at(column, row) - middle);
    }),
    strata: layers.map((subjects) => ({
      byDuration: descending(subjects, durations),
      byEntry: descending(
        subjects.filter((subject) => at(entered, subject) > -Infinity),
        entered,
      ),
    })),
    ties: ties ?? 'efron',
  };
};

interface Found {
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly iterations: number;
}

const risksAt = ({ covariates, durations }: Sweep, coefficients: Numbers): Float64Array =>
  vector(durations.length, (row) =>
    Math.exp(covariates.reduce((sum, column, place) => sum + at(column, row) * at(coefficients, place), 0)),
  );

const maximise = (sweep: Sweep, names: readonly string[]): Found => {
  const width = names.length;
  let coefficients: Float64Array = new Float64Array(width);
  let current = sweepRiskSets(sweep, risksAt(sweep, coefficients));
  const nullLogLikelihood = current.logLikelihood;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration += 1) {
    const covariance = inverted(current.information, names);
    const step = vector(width, (place) => dot(covariance.getRow(place), current.score));
    const gain = dot(step, current.score);
    if (gain < 1e-12 * (1 + Math.abs(current.logLikelihood))) {
      requireSettled(sweep, step);
      const { logLikelihood } = current;
      const last = vector(width, (place) => at(coefficients, place) + at(step, place));
      return { coefficients: last, covariance, logLikelihood, nullLogLikelihood, iterations: iteration };
    }
    ({ coefficients, current } = climbed(sweep, coefficients, current, step));
  }
  throw new EvidenceError('no-convergence', TELLS_WITHOUT_FAIL);
};

/** Where a column tells without fail, the likelihood flattens out while the coefficient goes on by about 1 a step. */
const requireSettled = ({ covariates }: Sweep, step: Float64Array): void => {
  const moves = covariates.some((column, place) =>
    column.some((value) => Math.abs(value * at(step, place)) > 1e-3),
  );
  if (moves) throw new EvidenceError('no-convergence', TELLS_WITHOUT_FAIL);
};

/** Goes the step, or half of it until the likelihood rises. */
const climbed = (sweep: Sweep, from: Float64Array, before: Likelihood, step: Float64Array) => {
  for (let share = 1; share > 1e-6; share /= 2) {
    const coefficients = vector(from.length, (place) => at(from, place) + share * at(step, place));
    const current = sweepRiskSets(sweep, risksAt(sweep, coefficients));
    if (current.logLikelihood >= before.logLikelihood - 1e-9) return { coefficients, current };
  }
  throw new EvidenceError('no-convergence', 'the partial likelihood rises no further but has not settled');
};

const inverted = (information: Float64Array, names: readonly string[]): Matrix => {
  const width = names.length;
  const matrix = Matrix.from1DArray(width, width, Array.from(information));
  const flat = names.findIndex((_, place) => !(matrix.get(place, place) > 1e-12));
  if (flat >= 0)
    throw new EvidenceError(
      'singular-design',
      `column ${names[flat]} is the same for all at risk, or tells without fail`,
    );
  try {
    return inverse(matrix);
  } catch {
    throw new EvidenceError('singular-design', `the columns ${names.join(', ')} make each other up`);
  }
};

/** Sums by cluster of each subject's pull on the coefficients. */
const robust = (
  sweep: Sweep,
  { coefficients, covariance }: Found,
  { codes, labels }: { codes: Int32Array; labels: readonly string[] },
): Matrix => {
  if (labels.length < 2)
    throw new EvidenceError('too-few-clusters', 'one cluster alone says nothing about the spread');
  const pulls = scoreResiduals(sweep, risksAt(sweep, coefficients));
  const summed = Matrix.zeros(labels.length, coefficients.length);
  pulls.forEach((pull, place) => {
    for (let row = 0; row < codes.length; row += 1)
      summed.set(at(codes, row), place, summed.get(at(codes, row), place) + at(pull, row));
  });
  const moved = summed.mmul(covariance);
  return moved
    .transpose()
    .mmul(moved)
    .mul(labels.length / (labels.length - 1));
};

/** Each subject's derivative of the log likelihood, by column (Therneau and Grambsch 2000, 4.6 with Efron's ties). */
const scoreResiduals = (sweep: Sweep, risks: Float64Array): Float64Array[] => {
  const { covariates, durations, entered } = sweep;
  const residuals = covariates.map(() => new Float64Array(durations.length));
  const events: EventTime[][] = sweep.strata.map(() => []);
  sweepRiskSets(sweep, risks, (event) => void events[event.stratum]?.push(event));
  const add = (place: number, subject: number, value: number): void => {
    const column = residuals[place];
    if (column) column[subject] = at(column, subject) + value;
  };
  sweep.strata.forEach(({ byDuration }, stratum) => {
    const path = cumulated(events[stratum] ?? [], covariates.length);
    for (const subject of byDuration) {
      const [until, from] = [path(at(durations, subject)), path(at(entered, subject))];
      covariates.forEach((column, place) => {
        const passed = at(column, subject) * (until.weight - from.weight);
        add(
          place,
          subject,
          -at(risks, subject) * (passed - (at(until.means, place) - at(from.means, place))),
        );
      });
    }
  });
  for (const { died, layers } of events.flat())
    for (const subject of died)
      covariates.forEach((column, place) => {
        const x = at(column, subject);
        for (const { taken, weight, means } of layers) {
          const distance = x - at(means, place);
          add(place, subject, distance / layers.length + at(risks, subject) * taken * weight * distance);
        }
      });
  return residuals;
};

/** What has passed by a duration: Σ 1/Σw and Σ x̄/Σw over the event times up to it. @param events longest first */
const cumulated = (events: readonly EventTime[], width: number) => {
  const times: number[] = [];
  const passed = [{ weight: 0, means: new Float64Array(width) }];
  for (const { time, layers } of events.toReversed()) {
    const last = passed.at(-1) ?? { weight: 0, means: new Float64Array(width) };
    const sumOf = (value: (layer: EventTime['layers'][number]) => number): number =>
      layers.reduce((sum, layer) => sum + value(layer), 0);
    times.push(time);
    passed.push({
      weight: last.weight + sumOf((layer) => layer.weight),
      means: last.means.map((sum, place) => sum + sumOf(({ weight, means }) => weight * at(means, place))),
    });
  }
  return (duration: number) => {
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(times, middle) <= duration) low = middle + 1;
      else high = middle;
    }
    return passed[low] ?? { weight: NaN, means: new Float64Array(width) };
  };
};
