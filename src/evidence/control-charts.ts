import { Matrix, solve } from 'ml-matrix';
import { normalBelow } from './distributions.js';
import { EvidenceError } from './evidence-error.js';

/** Events in a time with so much exposure to them. */
export interface Counted {
  readonly count: number;
  readonly exposure: number;
}

/** A chart of rates that are over-dispersed: how many of a point's own Poisson errors the limits lie apart. */
export interface RateChart {
  /** Events per unit of exposure. */
  readonly centre: number;
  /** Laney's sigma z: 1 where the points vary as Poisson counts do, more where they vary more. */
  readonly sigmaZ: number;
}

/** The mean of |difference| of two standard normals: turns a mean moving range into a standard deviation. */
const MOVING_RANGE = 1.128;

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0) / numbers.length;

/**
 * Laney's u' chart (the sigma of z from the mean moving range, as Laney 2002 has it): a u chart whose limits widen with
 * what counts vary beyond Poisson. Points in the order of time, at least two, each with exposure above 0.
 * @throws EvidenceError `bad-data` for fewer points, no exposure or no events at all
 */
export const rateChart = (points: readonly Counted[]): RateChart => {
  const exposure = points.reduce((total, point) => total + point.exposure, 0);
  const count = points.reduce((total, point) => total + point.count, 0);
  if (points.length < 2 || count <= 0 || points.some((point) => point.exposure <= 0))
    throw new EvidenceError('bad-data', 'a rate chart wants two points with exposure, and events');
  const centre = count / exposure;
  const z = points.map((point) => (point.count / point.exposure - centre) / errorOf(centre, point.exposure));
  const ranges = z.slice(1).map((value, place) => Math.abs(value - (z[place] ?? value)));
  return { centre, sigmaZ: mean(ranges) / MOVING_RANGE };
};

const errorOf = (centre: number, exposure: number): number => Math.sqrt(centre / exposure);

/** The limits of a rate at an exposure, the lower one not below 0. */
export const rateLimits = (
  { centre, sigmaZ }: RateChart,
  exposure: number,
  sigmas = 3,
): { readonly lower: number; readonly upper: number } => {
  const reach = sigmas * errorOf(centre, exposure) * sigmaZ;
  return { lower: Math.max(0, centre - reach), upper: centre + reach };
};

/**
 * P(X > limit) of a count with a mean and a variance of `dispersion` × mean: Poisson up to 1, negative binomial above.
 * Three sigmas above a small mean are passed more often than the normal tells.
 */
export const countAbove = (limit: number, average: number, dispersion: number): number => {
  const size = average / (dispersion - 1);
  const isPoisson = dispersion <= 1;
  let mass = isPoisson ? Math.exp(-average) : dispersion ** -size;
  let below = mass;
  for (let count = 1; count <= limit; count += 1) {
    mass *= isPoisson ? average / count : ((count - 1 + size) / count) * (1 - 1 / dispersion);
    below += mass;
  }
  return Math.max(0, 1 - below);
};

/** A point of an exponentially weighted moving average, with its limits. */
export interface AveragedPoint {
  readonly average: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * An EWMA chart: E(t) = weight × x(t) + (1 − weight) × E(t − 1), from the mean on. Limits of each point, which widen to
 * ± width × sigma × √(weight / (2 − weight)).
 */
export const movingAverageChart = (
  values: readonly number[],
  chart: { readonly weight: number; readonly mean: number; readonly sigma: number; readonly width?: number },
): AveragedPoint[] => {
  const { weight, sigma, width = 3 } = chart;
  const points: AveragedPoint[] = [];
  let average = chart.mean;
  for (const [place, value] of values.entries()) {
    average = weight * value + (1 - weight) * average;
    const settled = 1 - (1 - weight) ** (2 * (place + 1));
    const reach = width * sigma * Math.sqrt((weight / (2 - weight)) * settled);
    points.push({ average, lower: chart.mean - reach, upper: chart.mean + reach });
  }
  return points;
};

/** Points between two false alarms of a Shewhart chart with limits at so many sigmas, on one side or both. */
export const shewhartRunLength = (sigmas = 3, sides: 1 | 2 = 2): number => 1 / (sides * normalBelow(-sigmas));

const STATES = 201;

/** The mean time to leave the states of a chain, from one of them on. */
const timeToLeave = (stay: (from: number, to: number) => number, begin: number): number => {
  const left = Matrix.eye(STATES);
  for (let from = 0; from < STATES; from += 1)
    for (let to = 0; to < STATES; to += 1) left.set(from, to, left.get(from, to) - stay(from, to));
  return solve(left, Matrix.ones(STATES, 1)).get(begin, 0);
};

/**
 * Points until a one-sided CUSUM alarms, standard normal points shifted by so many sigmas (Brook and Evans 1972). Two
 * sides without a shift alarm twice as often.
 */
export const cusumRunLength = (slack: number, limit: number, shift = 0): number => {
  const step = (2 * limit) / (2 * STATES - 1);
  const below = (to: number, from: number): number =>
    normalBelow((to + 0.5) * step - from * step + slack - shift);
  return timeToLeave((from, to) => below(to, from) - (to === 0 ? 0 : below(to - 1, from)), 0);
};

/** Points until a two-sided EWMA chart with its final limits alarms (Lucas and Saccucci 1990). */
export const movingAverageRunLength = (weight: number, width: number, shift = 0): number => {
  const limit = width * Math.sqrt(weight / (2 - weight));
  const step = (2 * limit) / STATES;
  const edge = (place: number): number => -limit + place * step;
  const below = (place: number, from: number): number =>
    normalBelow((edge(place) - (1 - weight) * (edge(from) + step / 2)) / weight - shift);
  return timeToLeave((from, to) => below(to + 1, from) - below(to, from), (STATES - 1) / 2);
};

const binomialPoint = (probability: number, trials: number, share: number): number => {
  let mass = (1 - share) ** trials;
  let below = mass;
  let successes = 0;
  while (below < probability && successes < trials) {
    mass *= ((trials - successes) / (successes + 1)) * (share / (1 - share));
    successes += 1;
    below += mass;
  }
  return successes;
};

/** The exact binomial limits of a funnel plot around a share, for a group of so many (Spiegelhalter 2005). */
export const funnelLimits = (
  share: number,
  size: number,
  level: number,
): { readonly lower: number; readonly upper: number } => ({
  lower: binomialPoint((1 - level) / 2, size, share) / size,
  upper: binomialPoint((1 + level) / 2, size, share) / size,
});
