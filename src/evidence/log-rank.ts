import { Matrix, pseudoInverse } from 'ml-matrix';
import { chiSquareAbove } from './distributions.js';
import { EvidenceError } from './evidence-error.js';
import { requireDurations, type Durations } from './risk-table.js';
import { at, distinct, grouped, rowsByGroup, sum, vector } from './vector.js';

export interface LogRank {
  /** In the order in which the groups are first seen. */
  readonly groups: readonly {
    readonly label: string;
    readonly subjects: number;
    readonly observed: number;
    /** What would have ended if all groups had one curve. */
    readonly expected: number;
  }[];
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
}

/** Observed minus expected ends per group, and their covariance. */
interface Score {
  readonly subjects: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly covariance: Matrix;
}

/**
 * Whether groups have the same survival curve: Mantel's log-rank test, hypergeometric variance, chi-squared with one
 * degree of freedom fewer than there are groups.
 * @param group one label a row
 * @param strata one label a row: compared within each stratum only, such as a workplace; one stratum unless told
 * @throws EvidenceError `bad-data` naming column and row; also with fewer than two groups.
 */
export const logRank = (
  sample: Durations,
  group: ArrayLike<string | number>,
  strata?: ArrayLike<string | number>,
): LogRank => {
  requireDurations(sample);
  const rows = sample.durations.length;
  if (group.length !== rows || (strata && strata.length !== rows))
    throw new EvidenceError('bad-data', `group and strata need ${rows} rows as the durations have`);
  const { codes, labels } = grouped(group);
  if (labels.length < 2) throw new EvidenceError('bad-data', 'one group alone cannot be compared');
  const score: Score = {
    subjects: new Float64Array(labels.length),
    observed: new Float64Array(labels.length),
    expected: new Float64Array(labels.length),
    covariance: Matrix.zeros(labels.length, labels.length),
  };
  const layers = strata ? rowsByGroup(grouped(strata)) : [Array.from(codes.keys())];
  for (const layer of layers) addStratum(score, sample, codes, layer);
  return {
    groups: labels.map((label, code) => ({
      label,
      subjects: at(score.subjects, code),
      observed: at(score.observed, code),
      expected: at(score.expected, code),
    })),
    ...tested(score),
  };
};

const addStratum = (score: Score, sample: Durations, codes: Int32Array, rows: readonly number[]): void => {
  const groups = score.subjects.length;
  const enteringAt = new Map<number, Float64Array>();
  const endedAt = new Map<number, Float64Array>();
  const leftAt = new Map<number, Float64Array>();
  const add = (counts: Map<number, Float64Array>, time: number, code: number, weight: number): void => {
    const count = counts.get(time) ?? new Float64Array(groups);
    count[code] = at(count, code) + weight;
    counts.set(time, count);
  };
  for (const row of rows) {
    const code = at(codes, row);
    const weight = sample.weights ? at(sample.weights, row) : 1;
    add(enteringAt, sample.entered ? at(sample.entered, row) : -Infinity, code, weight);
    add(leftAt, at(sample.durations, row), code, weight);
    if (at(sample.ended, row) === 1) add(endedAt, at(sample.durations, row), code, weight);
    score.subjects[code] = at(score.subjects, code) + weight;
  }
  const none = new Float64Array(groups);
  let atRisk: Float64Array = none;
  for (const time of distinct([...enteringAt.keys(), ...leftAt.keys()])) {
    const ended = endedAt.get(time);
    if (ended) addTime(score, atRisk, ended);
    const [before, entering, left] = [atRisk, enteringAt.get(time) ?? none, leftAt.get(time) ?? none];
    atRisk = vector(groups, (code) => at(before, code) + at(entering, code) - at(left, code));
  }
};

/** At one time: expected d·nⱼ/n, covariance d(n-d)/(n-1) · (nⱼ/n)(δ - nₖ/n). */
const addTime = (score: Score, atRisk: Float64Array, ended: Float64Array): void => {
  const n = sum(atRisk);
  const d = sum(ended);
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
  for (let j = 0; j < atRisk.length; j += 1) {
    const share = at(atRisk, j) / n;
    score.observed[j] = at(score.observed, j) + at(ended, j);
    score.expected[j] = at(score.expected, j) + d * share;
    for (let k = 0; k < atRisk.length; k += 1) {
      const other = at(atRisk, k) / n;
      const covariance = spread * share * ((j === k ? 1 : 0) - other);
      score.covariance.set(j, k, score.covariance.get(j, k) + covariance);
    }
  }
};

const tested = ({ observed, expected, covariance }: Score) => {
  const excess = Matrix.columnVector(Array.from(observed, (count, code) => count - at(expected, code)));
  // The rows add up to zero: the generalised inverse drops one group, whichever.
  const chiSquare = excess.transpose().mmul(pseudoInverse(covariance)).mmul(excess).get(0, 0);
  const degrees = observed.length - 1;
  return { chiSquare, degrees, p: chiSquareAbove(chiSquare, degrees) };
};
