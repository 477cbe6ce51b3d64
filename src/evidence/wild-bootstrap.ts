import { clusterScores, requireClusters, type Labels } from './covariance.js';
import { drawsOf, type Draws } from './random.js';
import type { RestrictedModel } from './restricted-model.js';
import { at, type Grouping } from './vector.js';

/** What each cluster's errors are multiplied with: ±1, or one of six values where ±1 gives too few patterns. */
export type WildWeights = 'rademacher' | 'webb';

export interface WildOptions {
  readonly seed: number;
  /** 9,999 unless told; fewer where all patterns are tried. */
  readonly draws?: number;
  /** Webb's below 12 clusters unless told. */
  readonly weights?: WildWeights;
  readonly confidence?: number;
  /** Whether the bounds are wanted, which take as many tests again as it needs to close in on them; true unless told. */
  readonly interval?: boolean;
  /** The value that the p is for; 0 unless told. */
  readonly nullValue?: number;
}

export interface WildBootstrap {
  /** Of the value tested, with CR1 errors. */
  readonly statistic: number;
  readonly p: number;
  /** The values that the test does not reject; infinite where it rejects none on that side, NaN where not wanted. */
  readonly lower: number;
  readonly upper: number;
  readonly weights: WildWeights;
  readonly draws: number;
  /** Whether all 2^G patterns were tried. */
  readonly enumerated: boolean;
  /** No p can be below it. */
  readonly smallestP: number;
  readonly clusters: number;
}

const MOST_PATTERNS = 4096;
const WEBB = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];

/**
 * The restricted wild cluster bootstrap-t (Cameron, Gelbach and Miller 2008): errors under the value tested are
 * multiplied cluster by cluster with random signs, and the t of each such sample is compared with the one seen; all
 * patterns where they are few. For generalised linear models on the working regression at the restricted fit, which
 * is the score bootstrap of Kline and Santos 2012. The interval holds the values that are not rejected.
 * Each draw works on sums by cluster, so that rows cost nothing (MacKinnon 2023).
 * @throws EvidenceError `too-few-clusters` below 2.
 */
export const wildClusterBootstrap = (
  model: RestrictedModel,
  clusters: Labels,
  options: WildOptions,
): WildBootstrap => {
  const grouping = requireClusters(model.full, clusters);
  const count = grouping.labels.length;
  const weights = options.weights ?? (count < 12 ? 'webb' : 'rademacher');
  const enumerated = weights === 'rademacher' && 2 ** count <= MOST_PATTERNS;
  const patterns = enumerated
    ? allSigns(count)
    : drawn(drawsOf(options.seed), weights, count, options.draws ?? 9999);
  const test = (value: number): Test => tested(partsOf(model, grouping, value), patterns, count, enumerated);
  const { statistic, p } = test(options.nullValue ?? 0);
  const draws = patterns.length / count;
  const level = 1 - (options.confidence ?? 0.95);
  const bound = (side: -1 | 1): number =>
    options.interval === false ? NaN : edge(model, (value) => test(value).p > level, side);
  return {
    statistic,
    p,
    lower: bound(-1),
    upper: bound(1),
    weights,
    draws,
    enumerated,
    smallestP: enumerated ? 2 / draws : 1 / (draws + 1),
    clusters: count,
  };
};

const allSigns = (count: number): Float64Array => {
  const patterns = new Float64Array(2 ** count * count);
  for (let pattern = 0; pattern < 2 ** count; pattern += 1)
    for (let cluster = 0; cluster < count; cluster += 1)
      patterns[pattern * count + cluster] = (pattern >> cluster) & 1 ? -1 : 1;
  return patterns;
};

const drawn = (draws: Draws, weights: WildWeights, count: number, many: number): Float64Array => {
  const values = weights === 'webb' ? WEBB : [-1, 1];
  return new Float64Array(many * count).map(() => at(values, draws.below(values.length)));
};

/** Sums by cluster under one value; `k` numbers a cluster stand one after another. */
interface Parts {
  readonly width: number;
  /** B Σ X'e: how far a cluster's errors move each coefficient. */
  readonly moves: Float64Array;
  /** How far they move the one tested. */
  readonly along: Float64Array;
  /** c'B X'X: how far a move of each coefficient moves it back through the cluster's errors. */
  readonly back: Float64Array;
  readonly place: number;
  readonly factor: number;
}

const partsOf = (model: RestrictedModel, grouping: Grouping, value: number): Parts => {
  const held = model.heldAt(value);
  const width = held.names.length;
  const count = grouping.labels.length;
  const direction = held.bread.getRow(model.place);
  const moves = Float64Array.from(clusterScores(held, grouping).mmul(held.bread).to1DArray());
  const back = new Float64Array(count * width);
  for (let row = 0; row < grouping.codes.length; row += 1) {
    let along = 0;
    for (let place = 0; place < width; place += 1)
      along += held.weighted.get(row, place) * at(direction, place);
    const offset = at(grouping.codes, row) * width;
    for (let place = 0; place < width; place += 1)
      back[offset + place] = at(back, offset + place) + along * held.weighted.get(row, place);
  }
  const along = new Float64Array(count).map((_, cluster) => at(moves, cluster * width + model.place));
  const factor = (count / (count - 1)) * ((held.rows - 1) / held.degrees);
  return { width, moves, along, back, place: model.place, factor };
};

interface Test {
  readonly statistic: number;
  readonly p: number;
}

const tested = (parts: Parts, patterns: Float64Array, count: number, enumerated: boolean): Test => {
  const moved = new Float64Array(parts.width);
  const seen = studentised(parts, new Float64Array(count).fill(1), 0, count, moved);
  // Ties are ties although the last bits of their sums differ.
  const limit = Math.abs(seen) * (1 - 1e-10);
  let asFar = 0;
  for (let start = 0; start < patterns.length; start += count)
    if (Math.abs(studentised(parts, patterns, start, count, moved)) >= limit) asFar += 1;
  const draws = patterns.length / count;
  return { statistic: seen, p: enumerated ? asFar / draws : (asFar + 1) / (draws + 1) };
};

/** The t of one sample: the move of the coefficient over its CR1 error. @param moved space to work in */
const studentised = (
  { width, moves, along, back, place, factor }: Parts,
  signs: Float64Array,
  start: number,
  count: number,
  moved: Float64Array,
): number => {
  moved.fill(0);
  for (let cluster = 0; cluster < count; cluster += 1) {
    const sign = at(signs, start + cluster);
    const offset = cluster * width;
    for (let other = 0; other < width; other += 1)
      moved[other] = at(moved, other) + sign * at(moves, offset + other);
  }
  let squares = 0;
  for (let cluster = 0; cluster < count; cluster += 1) {
    const offset = cluster * width;
    let share = at(signs, start + cluster) * at(along, cluster);
    for (let other = 0; other < width; other += 1) share -= at(back, offset + other) * at(moved, other);
    squares += share * share;
  }
  return at(moved, place) / Math.sqrt(factor * squares);
};

/** The last value to one side of the estimate that is not rejected: steps double outwards, then halves close in. */
const edge = (model: RestrictedModel, isKept: (value: number) => boolean, side: -1 | 1): number => {
  const estimate = at(model.full.coefficients, model.place);
  const unit = Math.sqrt(model.full.dispersion * model.full.bread.get(model.place, model.place));
  let inside = estimate;
  let step = unit;
  while (isKept(inside + side * step)) {
    inside += side * step;
    step *= 2;
    if (step > unit * 2 ** 20) return side * Infinity;
  }
  let outside = inside + side * step;
  while (Math.abs(outside - inside) > unit * 1e-5) {
    const middle = (inside + outside) / 2;
    if (isKept(middle)) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
};
