import { biasReducedCovariance } from './bias-reduced-covariance.js';
import { clusteredCovariance, coefficientOf, heteroskedasticCovariance, type Labels } from './covariance.js';
import { designOf, type Design } from './design.js';
import { ratioOf, type Estimate, type Ratio } from './estimate.js';
import { EvidenceError, requireNumbers } from './evidence-error.js';
import {
  chooseInference,
  countClusters,
  WITHOUT_CLUSTERS,
  type InferenceChoice,
} from './inference-choice.js';
import { randomisationTest, type RandomisationTest } from './randomisation.js';
import { restrictedGeneralised, restrictedLeastSquares, type RestrictedModel } from './restricted-model.js';
import { at, grouped, vector, type Numbers } from './vector.js';
import { wildClusterBootstrap, type WildBootstrap } from './wild-bootstrap.js';

/** One row an observation, such as a unit's month or a person's period. */
export interface BeforeAndAfter {
  /** A number, or with `exposure` what was counted over it. */
  readonly outcome: Numbers;
  /** 1 for those who were treated, before and after; 0 for those they are compared with. */
  readonly treated: Numbers;
  /** 1 for rows after the treatment began. */
  readonly after: Numbers;
  /** What the outcome was counted over, > 0. With the scale `ratio` only. */
  readonly exposure?: Numbers;
  /** One label a row: who is treated together and moves together. Rows without are taken for independent. */
  readonly clusters?: Labels;
}

export interface BeforeAndAfterModel {
  /** `difference` compares means by least squares; `ratio` compares rates by quasi-Poisson. */
  readonly scale: 'difference' | 'ratio';
  /** Of the bootstrap and of drawn assignments. */
  readonly seed: number;
  readonly draws?: number;
  readonly confidence?: number;
  /** Whether the treated were drawn by lot among the clusters; else ranks are those of placebos. */
  readonly drawnByLot?: boolean;
}

export interface Cell {
  readonly treated: 0 | 1;
  readonly after: 0 | 1;
  readonly rows: number;
  readonly exposure: number;
  /** Outcome a row, or with exposure a unit of it. */
  readonly mean: number;
}

export interface DifferenceInDifferences {
  readonly cells: readonly Cell[];
  /** (T₁ - T₀) - (C₁ - C₀), or the logarithm of (T₁/T₀)/(C₁/C₀). */
  readonly estimate: number;
  /** The interval to use; null where there are too few clusters for one. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Of the method chosen, two-sided. */
  readonly p: number;
  /** No effect however large would give a smaller one; null where there is no such bound. */
  readonly smallestP: number | null;
  /** Estimate and interval as a ratio, on that scale. */
  readonly ratio: Ratio | null;
  readonly inference: InferenceChoice;
  /** The same effect by the other ways that the data allow, to be shown beside. */
  readonly clusterRobust: Estimate | null;
  readonly biasReduced: Estimate | null;
  readonly bootstrap: WildBootstrap | null;
  readonly randomisation: (RandomisationTest & { readonly ranks: 'by lot' | 'placebo' }) | null;
}

const EFFECT = 'treated after';

/**
 * Difference in differences of two groups before and after (Card and Krueger 1994; Angrist and Pischke 2009, 5.2).
 * The inference follows the number of clusters and is stated with its reason.
 * @throws EvidenceError `bad-data`, `singular-design` where one of the four cells is empty, and those of the model.
 */
export const differenceInDifferences = (
  data: BeforeAndAfter,
  model: BeforeAndAfterModel,
): DifferenceInDifferences => {
  requireBeforeAndAfter(data, model);
  const restricted = restrictedOf(data, model);
  const estimate = at(restricted.full.coefficients, restricted.place);
  const cells = cellsOf(data);
  if (!data.clusters) return withoutClusters(restricted, cells, model);
  const choice = chooseInference(countClusters(data.clusters, data.treated, data.exposure));
  const bootstrap =
    choice.method === 'wild-cluster-bootstrap'
      ? wildClusterBootstrap(restricted, data.clusters, model)
      : null;
  const robust = coefficientOf(
    restricted.full,
    clusteredCovariance(restricted.full, data.clusters),
    EFFECT,
    model.confidence,
  );
  const randomisation = choice.descriptive ? ranksOf(data, data.clusters, model) : null;
  const interval = choice.descriptive ? null : (bootstrap ?? robust);
  return {
    cells,
    estimate,
    interval: interval && { lower: interval.lower, upper: interval.upper },
    p: (randomisation ?? bootstrap ?? robust).p,
    smallestP: (randomisation ?? bootstrap)?.smallestP ?? null,
    ratio: ratioIn(model, estimate, interval),
    inference: choice,
    clusterRobust: robust,
    biasReduced: coefficientOf(
      restricted.full,
      biasReducedCovariance(restricted.full, data.clusters),
      EFFECT,
      model.confidence,
    ),
    bootstrap,
    randomisation: randomisation && { ...randomisation, ranks: model.drawnByLot ? 'by lot' : 'placebo' },
  };
};

const withoutClusters = (
  { full }: RestrictedModel,
  cells: readonly Cell[],
  model: BeforeAndAfterModel,
): DifferenceInDifferences => {
  const effect = coefficientOf(full, heteroskedasticCovariance(full, 'HC3'), EFFECT, model.confidence);
  return {
    cells,
    estimate: effect.estimate,
    interval: { lower: effect.lower, upper: effect.upper },
    p: effect.p,
    smallestP: null,
    ratio: ratioIn(model, effect.estimate, effect),
    inference: WITHOUT_CLUSTERS,
    clusterRobust: null,
    biasReduced: null,
    bootstrap: null,
    randomisation: null,
  };
};

const ratioIn = (
  { scale }: BeforeAndAfterModel,
  estimate: number,
  interval: { readonly lower: number; readonly upper: number } | null,
): Ratio | null => {
  if (scale === 'difference') return null;
  return ratioOf({ estimate, lower: interval?.lower ?? NaN, upper: interval?.upper ?? NaN });
};

const requireBeforeAndAfter = (data: BeforeAndAfter, { scale }: BeforeAndAfterModel): void => {
  const { outcome, treated, after, exposure } = data;
  requireNumbers(outcome.length, { outcome, treated, after, exposure });
  for (const [name, column] of Object.entries({ treated, after })) {
    const wrong = Array.from(column).findIndex((value) => value !== 0 && value !== 1);
    if (wrong >= 0) throw new EvidenceError('bad-data', `${name} of row ${wrong + 1} is neither 0 nor 1`);
  }
  if (exposure && scale === 'difference')
    throw new EvidenceError('bad-data', 'exposure belongs to the scale ratio');
  const empty = Array.from(exposure ?? []).findIndex((value) => value <= 0);
  if (empty >= 0) throw new EvidenceError('bad-data', `exposure of row ${empty + 1} is not above 0`);
};

const designIn = ({ treated, after, outcome }: BeforeAndAfter): Design =>
  designOf(outcome.length, {
    treated,
    after,
    [EFFECT]: vector(outcome.length, (row) => at(treated, row) * at(after, row)),
  });

const restrictedOf = (data: BeforeAndAfter, { scale }: BeforeAndAfterModel): RestrictedModel => {
  const { outcome, exposure } = data;
  if (scale === 'difference') return restrictedLeastSquares(outcome, designIn(data), EFFECT);
  const offset = exposure && vector(exposure.length, (row) => Math.log(at(exposure, row)));
  return restrictedGeneralised('quasi-poisson', outcome, designIn(data), EFFECT, {
    ...(offset && { offset }),
  });
};

const cellsOf = (data: BeforeAndAfter): Cell[] =>
  ([0, 1] as const).flatMap((treated) =>
    ([0, 1] as const).map((after): Cell => {
      let [rows, exposure, outcome] = [0, 0, 0];
      for (let row = 0; row < data.outcome.length; row += 1) {
        if (at(data.treated, row) !== treated || at(data.after, row) !== after) continue;
        rows += 1;
        exposure += data.exposure ? at(data.exposure, row) : 1;
        outcome += at(data.outcome, row);
      }
      return { treated, after, rows, exposure, mean: outcome / exposure };
    }),
  );

/** The statistic of an assignment needs the sums of each cluster before and after only. */
const ranksOf = (data: BeforeAndAfter, clusters: Labels, model: BeforeAndAfterModel): RandomisationTest => {
  const { codes, labels } = grouped(clusters);
  const sums = [0, 1, 2, 3].map(() => new Float64Array(labels.length));
  const treated = new Float64Array(labels.length);
  for (let row = 0; row < codes.length; row += 1) {
    const cluster = at(codes, row);
    const period = at(data.after, row);
    treated[cluster] = at(data.treated, row);
    addTo(sums[period], cluster, at(data.outcome, row));
    addTo(sums[2 + period], cluster, data.exposure ? at(data.exposure, row) : 1);
  }
  const statistic = (assignment: Uint8Array): number => {
    const rate = (side: number, period: number): number => {
      let [outcome, exposure] = [0, 0];
      for (let cluster = 0; cluster < assignment.length; cluster += 1) {
        if (assignment[cluster] !== side) continue;
        outcome += at(sums[period] ?? [], cluster);
        exposure += at(sums[2 + period] ?? [], cluster);
      }
      return outcome / exposure;
    };
    if (model.scale === 'difference') return rate(1, 1) - rate(1, 0) - (rate(0, 1) - rate(0, 0));
    return Math.log(rate(1, 1) / rate(1, 0) / (rate(0, 1) / rate(0, 0)));
  };
  return randomisationTest(treated, statistic, model);
};

const addTo = (sums: Float64Array | undefined, place: number, value: number): void => {
  if (sums) sums[place] = at(sums, place) + value;
};
