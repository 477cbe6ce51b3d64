import digamma from '@stdlib/math-base-special-digamma';
import trigamma from '@stdlib/math-base-special-trigamma';
import { EvidenceError } from './evidence-error.js';
import { at, type Numbers } from './vector.js';

/** Above it the negative binomial is the Poisson distribution to every digit that counts. */
const AS_POISSON = 1e7;

/**
 * The θ that maximises the likelihood of negative binomial counts with known means, by Newton's method on log θ from
 * the moments; Infinity where the counts are no more spread than Poisson's (Venables and Ripley 2002, 7.4).
 * @throws EvidenceError `no-convergence`.
 */
export const bestTheta = (y: Numbers, means: Numbers, weights?: Numbers): number => {
  let theta = byMoments(y, means, weights);
  for (let step = 0; step < 200; step += 1) {
    if (theta > AS_POISSON || theta <= 0) return Infinity;
    const { slope, bend } = derivatives(y, means, theta, weights);
    // In log θ: first θ·s, second θ·s + θ²·b. Uphill where the curve bends the wrong way.
    const curvature = theta * slope + theta ** 2 * bend;
    const move = curvature < 0 ? (-theta * slope) / curvature : Math.sign(slope);
    theta *= Math.exp(Math.max(-1, Math.min(1, move)));
    if (Math.abs(move) < 1e-12) return theta;
  }
  if (theta > 1e4) return Infinity;
  throw new EvidenceError('no-convergence', 'the overdispersion of the negative binomial does not settle');
};

/** Σ(y-μ)² = Σ(μ + μ²/θ), solved for θ. */
const byMoments = (y: Numbers, means: Numbers, weights?: Numbers): number => {
  let excess = 0;
  let squares = 0;
  for (let row = 0; row < y.length; row += 1) {
    const weight = weights ? at(weights, row) : 1;
    excess += weight * ((at(y, row) - at(means, row)) ** 2 - at(means, row));
    squares += weight * at(means, row) ** 2;
  }
  return excess > 0 ? squares / excess : AS_POISSON / 10;
};

const derivatives = (y: Numbers, means: Numbers, theta: number, weights?: Numbers) => {
  let slope = 0;
  let bend = 0;
  for (let row = 0; row < y.length; row += 1) {
    const [count, mean] = [at(y, row), at(means, row)];
    const weight = weights ? at(weights, row) : 1;
    const both = theta + mean;
    slope +=
      weight *
      (digamma(count + theta) - digamma(theta) + Math.log(theta / both) + 1 - (count + theta) / both);
    bend +=
      weight *
      (trigamma(count + theta) - trigamma(theta) + 1 / theta - 2 / both + (count + theta) / both ** 2);
  }
  return { slope, bend };
};
