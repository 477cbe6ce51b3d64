import { studentPoint, studentTwoSided } from './distributions.js';

/** A number, how sure it is and how that was told. */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  /** Of Student's t; Infinity where the normal is used. */
  readonly degrees: number;
  /** Estimate over standard error. */
  readonly statistic: number;
  /** Two-sided, against 0. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/** Estimate ± t·se. @param confidence of the interval, 0.95 unless told */
export const estimateOf = (
  estimate: number,
  standardError: number,
  degrees: number,
  confidence = 0.95,
): Estimate => {
  const width = studentPoint((1 + confidence) / 2, degrees) * standardError;
  const statistic = estimate / standardError;
  return {
    estimate,
    standardError,
    degrees,
    statistic,
    p: studentTwoSided(statistic, degrees),
    lower: estimate - width,
    upper: estimate + width,
  };
};

/** A ratio with the interval that its logarithm has. */
export interface Ratio {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

/** e^estimate, for a coefficient on a logarithmic scale. */
export const ratioOf = ({
  estimate,
  lower,
  upper,
}: Pick<Estimate, 'estimate' | 'lower' | 'upper'>): Ratio => ({
  ratio: Math.exp(estimate),
  lower: Math.exp(lower),
  upper: Math.exp(upper),
});
