import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * - `poisson`: counts or sums, log link, dispersion 1
 * - `quasi-poisson`: the same with the dispersion that the data show (Pearson's)
 * - `negative-binomial`: counts, log link, variance μ + μ²/θ with θ by maximum likelihood
 * - `logit`: shares or 0 and 1
 */
export type FamilyName = 'poisson' | 'quasi-poisson' | 'negative-binomial' | 'logit';

/** A distribution with its usual link, as iterative reweighting asks for it. */
export interface Family {
  readonly name: FamilyName;
  /** Whether an outcome can occur under it, and in words what can. */
  readonly allows: (y: number) => boolean;
  readonly outcomes: string;
  /** Where the search begins. */
  readonly start: (y: number) => number;
  readonly link: (mean: number) => number;
  readonly mean: (predictor: number) => number;
  /** dμ/dη at a mean. */
  readonly slope: (mean: number) => number;
  readonly variance: (mean: number) => number;
  /** Twice the log likelihood that a mean loses to a perfect one. */
  readonly deviance: (y: number, mean: number) => number;
  readonly logLikelihood: (y: number, mean: number) => number;
}

/** a·log(a/b), 0 where a is 0. */
const weighed = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(a / b));

/** Counts on a logarithmic scale; the quasi-Poisson family differs in its dispersion only. */
export const poisson: Family = {
  name: 'poisson',
  allows: (y) => y >= 0,
  outcomes: 'at least 0',
  start: (y) => y + 0.1,
  link: Math.log,
  mean: Math.exp,
  slope: (mean) => mean,
  variance: (mean) => mean,
  deviance: (y, mean) => 2 * (weighed(y, mean) - (y - mean)),
  logLikelihood: (y, mean) => y * Math.log(mean) - mean - gammaln(y + 1),
};

/** Shares of yes: 0 to 1, with the number of trials as weights where there are several. */
export const binomial: Family = {
  name: 'logit',
  allows: (y) => y >= 0 && y <= 1,
  outcomes: 'from 0 to 1',
  start: (y) => (y + 0.5) / 2,
  link: (mean) => Math.log(mean / (1 - mean)),
  mean: (predictor) => 1 / (1 + Math.exp(-predictor)),
  slope: (mean) => mean * (1 - mean),
  variance: (mean) => mean * (1 - mean),
  deviance: (y, mean) => 2 * (weighed(y, mean) + weighed(1 - y, 1 - mean)),
  logLikelihood: (y, mean) => y * Math.log(mean) + (1 - y) * Math.log(1 - mean),
};

/** Counts with variance μ + μ²/θ (NB2), on a logarithmic scale. @param theta > 0; the larger, the nearer to Poisson */
export const negativeBinomial = (theta: number): Family => ({
  ...poisson,
  name: 'negative-binomial',
  start: (y) => y + 1 / 6,
  variance: (mean) => mean + mean ** 2 / theta,
  deviance: (y, mean) => 2 * (weighed(y, mean) - (y + theta) * Math.log((y + theta) / (mean + theta))),
  logLikelihood: (y, mean) =>
    gammaln(y + theta) -
    gammaln(theta) -
    gammaln(y + 1) +
    theta * Math.log(theta / (theta + mean)) +
    weighedLog(y, mean / (theta + mean)),
});

const weighedLog = (y: number, share: number): number => (y === 0 ? 0 : y * Math.log(share));
