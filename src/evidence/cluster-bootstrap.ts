import { EvidenceError } from './evidence-error.js';
import { drawsOf } from './random.js';
import { grouped, rowsByGroup, vector, type Numbers } from './vector.js';

export interface ClusterBootstrap {
  readonly estimate: number;
  readonly standardError: number;
  /** Between the percentiles of the draws. */
  readonly lower: number;
  readonly upper: number;
  readonly draws: number;
  readonly clusters: number;
  /** Draws on which the statistic could not be told. */
  readonly failed: number;
}

const FEWEST_CLUSTERS = 12;

/**
 * The pairs cluster bootstrap (Efron 1979; Cameron, Gelbach and Miller 2008): whole clusters are drawn with
 * replacement and the statistic is told anew; for statistics without a formula for their error. With few clusters
 * use the wild bootstrap.
 * @param statistic of row numbers, among which a row may be several times
 * @throws EvidenceError `too-few-clusters` below 12; `no-convergence` where a tenth of the draws fail.
 */
export const clusterBootstrap = (
  clusters: ArrayLike<string | number>,
  statistic: (rows: Int32Array) => number,
  {
    seed,
    draws = 999,
    confidence = 0.95,
  }: { readonly seed: number; readonly draws?: number; readonly confidence?: number },
): ClusterBootstrap => {
  const groups = rowsByGroup(grouped(clusters));
  if (groups.length < FEWEST_CLUSTERS)
    throw new EvidenceError(
      'too-few-clusters',
      `${groups.length} clusters: drawing them needs ${FEWEST_CLUSTERS}`,
    );
  const random = drawsOf(seed);
  const told = vector(draws, () => {
    const drawn = groups.flatMap(() => groups[random.below(groups.length)] ?? []);
    return attempted(() => statistic(Int32Array.from(drawn)));
  }).filter((value) => Number.isFinite(value));
  if (told.length < 0.9 * draws)
    throw new EvidenceError(
      'no-convergence',
      `the statistic cannot be told on ${draws - told.length} of ${draws} draws`,
    );
  const sorted = told.toSorted();
  const tail = (1 - confidence) / 2;
  return {
    estimate: statistic(Int32Array.from(groups.flat().sort((one, other) => one - other))),
    standardError: deviation(told),
    lower: quantile(sorted, tail),
    upper: quantile(sorted, 1 - tail),
    draws,
    clusters: groups.length,
    failed: draws - told.length,
  };
};

const attempted = (statistic: () => number): number => {
  try {
    return statistic();
  } catch (fault) {
    if (fault instanceof EvidenceError) return NaN;
    throw fault;
  }
};

const deviation = (values: Float64Array): number => {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
};

const quantile = (sorted: Numbers, share: number): number => {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return below + (above - below) * (place - Math.floor(place));
};
