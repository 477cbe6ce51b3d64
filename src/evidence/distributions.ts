import gammainc from '@stdlib/math-base-special-gammainc';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** P(Z ≤ z), Z standard normal. */
export const normalBelow = (z: number): number => normalCdf(z, 0, 1);

/** The z that a standard normal lies below with the given probability. */
export const normalPoint = (probability: number): number => normalQuantile(probability, 0, 1);

/** P(|T| ≥ |t|), T of Student's t with these degrees of freedom; infinite ones mean the normal. */
export const studentTwoSided = (t: number, degrees: number): number =>
  2 * (degrees === Infinity ? normalBelow(-Math.abs(t)) : tCdf(-Math.abs(t), degrees));

/** The t that Student's t lies below with the given probability. */
export const studentPoint = (probability: number, degrees: number): number =>
  degrees === Infinity ? normalPoint(probability) : tQuantile(probability, degrees);

/** P(X ≥ x), X chi-squared; by the upper incomplete gamma function, so that small ones are not rounded to 0. */
export const chiSquareAbove = (x: number, degrees: number): number =>
  x <= 0 ? 1 : gammainc(x / 2, degrees / 2, true, true);

/** P(F ≥ f) with these degrees of freedom above and below. */
export const fAbove = (f: number, above: number, below: number): number => {
  if (f <= 0) return 1;
  return below === Infinity ? chiSquareAbove(f * above, above) : fCdf(1 / f, below, above);
};

/**
 * P(N < count), N negative binomial with this mean and shape θ; an infinite shape means Poisson. The incomplete beta and
 * gamma functions give them at once (Johnson, Kemp and Kotz, _Univariate Discrete Distributions_, 4.6 and 5.6).
 */
export const negativeBinomialBelow = (count: number, mean: number, shape: number): number => {
  if (count <= 0) return 0;
  if (mean <= 0) return 1;
  return shape === Infinity ? gammainc(mean, count, true, true) : fCdf(count / mean, 2 * shape, 2 * count);
};
