import { normalPoint } from './distributions.js';
import { EvidenceError } from './evidence-error.js';
import { requireDurations, riskTable, type Durations, type RiskRow } from './risk-table.js';

export type { Durations } from './risk-table.js';

/** One step of a survival curve: the share still under way after a duration. */
export interface SurvivalStep extends RiskRow {
  readonly survival: number;
  /** Greenwood's; NaN once the curve has reached 0. */
  readonly standardError: number;
  /** Of the interval on the complementary log-log scale, which stays within 0 and 1; NaN at 0. */
  readonly lower: number;
  readonly upper: number;
}

export interface SurvivalCurve {
  /** Ascending by time, one for every duration at which something ended or was last seen. */
  readonly steps: readonly SurvivalStep[];
  readonly subjects: number;
  readonly events: number;
  readonly confidence: number;
}

/** A number with an interval; NaN where the curve does not reach so far. */
export interface Bounded {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The Kaplan-Meier curve: S(t) = Π (1 - d/n) over the durations up to t.
 * Variance by Greenwood, S² Σ d/(n(n-d)); interval S^exp(±z·se/log S) with se of log S (Kalbfleisch and Prentice).
 * @param confidence of the intervals, 0.95 unless told
 * @throws EvidenceError `bad-data` naming column and row; also when nothing is watched.
 */
export const kaplanMeier = (sample: Durations, confidence = 0.95): SurvivalCurve => {
  requireDurations(sample);
  const table = riskTable(sample);
  if (table.length === 0) throw new EvidenceError('bad-data', 'there are no durations');
  const z = normalPoint((1 + confidence) / 2);
  let survival = 1;
  let greenwood = 0;
  const steps = table.map((row): SurvivalStep => {
    if (row.ended > 0) {
      survival *= 1 - row.ended / row.atRisk;
      greenwood += row.ended / (row.atRisk * (row.atRisk - row.ended));
    }
    return { ...row, survival, ...boundsOf(survival, Math.sqrt(greenwood), z) };
  });
  const total = (of: (row: RiskRow) => number): number => table.reduce((sum, row) => sum + of(row), 0);
  const events = total((row) => row.ended);
  return { steps, subjects: events + total((row) => row.censored), events, confidence };
};

const boundsOf = (survival: number, error: number, z: number) => {
  if (survival === 1) return { standardError: 0, lower: 1, upper: 1 };
  if (survival <= 0) return { standardError: NaN, lower: NaN, upper: NaN };
  const width = (z * error) / Math.log(survival);
  return {
    standardError: survival * error,
    lower: survival ** Math.exp(-width),
    upper: survival ** Math.exp(width),
  };
};

/** The share still under way after a duration, with its interval. */
export const survivalAt = ({ steps }: SurvivalCurve, time: number): Bounded => {
  const step = steps.findLast((candidate) => candidate.time <= time);
  return step
    ? { estimate: step.survival, lower: step.lower, upper: step.upper }
    : { estimate: 1, lower: 1, upper: 1 };
};

/**
 * The duration by which a share has ended; 0.5 gives the median. Where the curve lies exactly on the share for a
 * while, the middle of that stretch. Interval by Brookmeyer and Crowley: the durations whose own intervals hold it.
 */
export const survivalQuantile = ({ steps }: SurvivalCurve, share = 0.5): Bounded => {
  const level = 1 - share;
  const firstBelow = (of: (step: SurvivalStep) => number): number => {
    const first = steps.findIndex((step) => of(step) <= level + 1e-12);
    const step = steps[first];
    if (!step) return NaN;
    if (Math.abs(of(step) - level) > 1e-12) return step.time;
    const next = steps.find((later) => of(later) < level - 1e-12);
    return next ? (step.time + next.time) / 2 : step.time;
  };
  return {
    estimate: firstBelow((step) => step.survival),
    lower: firstBelow((step) => step.lower),
    upper: firstBelow((step) => step.upper),
  };
};

/**
 * The mean duration when each is counted up to `limit` at most: the area under the curve. Its variance is
 * Σ A² d/(n(n-d)), A the area from that duration to the limit (Klein and Moeschberger, 4.5).
 */
export const restrictedMean = (curve: SurvivalCurve, limit: number): Bounded & { standardError: number } => {
  const steps = curve.steps.filter((step) => step.time < limit);
  const end = (index: number): number => steps[index + 1]?.time ?? limit;
  let area = 0;
  let squared = 0;
  for (const [fromLast] of steps.entries()) {
    const index = steps.length - 1 - fromLast;
    const step = steps[index];
    if (!step) continue;
    area += step.survival * (end(index) - step.time);
    if (step.ended > 0 && step.atRisk > step.ended)
      squared += (area ** 2 * step.ended) / (step.atRisk * (step.atRisk - step.ended));
  }
  const estimate = area + Math.min(limit, steps[0]?.time ?? limit);
  const standardError = Math.sqrt(squared);
  const width = normalPoint((1 + curve.confidence) / 2) * standardError;
  return { estimate, standardError, lower: estimate - width, upper: estimate + width };
};
