import { EvidenceError } from './evidence-error.js';
import { at, grouped, mean, rowsByGroup, sum, type Numbers } from './vector.js';

/** Who can be told apart: units that are independent of each other. */
export interface ClusterCounts {
  readonly clusters: number;
  readonly treated: number;
  readonly untreated: number;
  /** Size of the largest cluster over that of the mean one, by exposure or else rows; 1 where all are equal. */
  readonly imbalance: number;
}

export type InferenceMethod = 'HC3' | 'cluster-robust' | 'wild-cluster-bootstrap' | 'randomisation';

export interface InferenceChoice {
  readonly method: InferenceMethod;
  /** Too few units for an interval: the result describes these units and is no ground for paying. */
  readonly descriptive: boolean;
  readonly why: string;
}

const MANY_CLUSTERS = 40;
const ENOUGH_CLUSTERS = 12;
const ENOUGH_TREATED = 4;
const BALANCED = 3;

/**
 * How to infer by the number of clusters (Cameron and Miller 2015; MacKinnon and Webb 2018): from 40 of like size the
 * cluster-robust t; from 12 the wild cluster bootstrap; below, or with fewer than 4 on one side, ranks among the
 * assignments that could have been, which describe.
 */
export const chooseInference = ({
  clusters,
  treated,
  untreated,
  imbalance,
}: ClusterCounts): InferenceChoice => {
  const fewer = Math.min(treated, untreated);
  if (clusters < ENOUGH_CLUSTERS || fewer < ENOUGH_TREATED)
    return {
      method: 'randomisation',
      descriptive: true,
      why: `${clusters} clusters, ${treated} of them treated: an interval needs ${ENOUGH_CLUSTERS}, and ${ENOUGH_TREATED} on each side`,
    };
  if (clusters < MANY_CLUSTERS)
    return {
      method: 'wild-cluster-bootstrap',
      descriptive: false,
      why: `${clusters} clusters: from ${ENOUGH_CLUSTERS} to ${MANY_CLUSTERS - 1} the cluster-robust t rejects too often`,
    };
  if (imbalance > BALANCED || fewer < ENOUGH_CLUSTERS)
    return {
      method: 'wild-cluster-bootstrap',
      descriptive: false,
      why: `${clusters} clusters, the largest ${imbalance.toFixed(1)} times the mean, ${fewer} on the smaller side: too unequal for the cluster-robust t`,
    };
  return { method: 'cluster-robust', descriptive: false, why: `${clusters} clusters of like size` };
};

/** Rows without clusters are taken for independent. */
export const WITHOUT_CLUSTERS: InferenceChoice = {
  method: 'HC3',
  descriptive: false,
  why: 'no clusters were named: rows are taken for independent of each other',
};

/**
 * Counts the clusters by side.
 * @throws EvidenceError `bad-data` naming a cluster whose rows are on both sides.
 */
export const countClusters = (
  clusters: ArrayLike<string | number>,
  treated: Numbers,
  exposure?: Numbers,
): ClusterCounts => {
  const grouping = grouped(clusters);
  const rows = rowsByGroup(grouping);
  const sides = rows.map((own) => own.map((row) => at(treated, row)));
  const mixed = sides.findIndex((side) => side.some((value) => value !== side[0]));
  if (mixed >= 0)
    throw new EvidenceError(
      'bad-data',
      `cluster ${grouping.labels[mixed]} has both treated and untreated rows`,
    );
  const many = sides.filter((side) => side[0] === 1).length;
  const sizes = rows.map((own) => (exposure ? sum(own.map((row) => at(exposure, row))) : own.length));
  return {
    clusters: rows.length,
    treated: many,
    untreated: rows.length - many,
    imbalance: Math.max(...sizes) / mean(sizes),
  };
};
