import { clusteredCovariance, coefficientOf } from '../src/evidence/covariance.js';
import { designOf } from '../src/evidence/design.js';
import { differenceInDifferences } from '../src/evidence/difference-in-differences.js';
import { studentPoint } from '../src/evidence/distributions.js';
import { groupTimeEffects } from '../src/evidence/group-time-effects.js';
import { chooseInference, countClusters } from '../src/evidence/inference-choice.js';
import { restrictedGeneralised } from '../src/evidence/restricted-model.js';
import { at, mean, variance, vector } from '../src/evidence/vector.js';
import { wildClusterBootstrap } from '../src/evidence/wild-bootstrap.js';
import { simulatePartnership, type SimulatedPartnership } from './null-partnership.js';

/** What one simulated partnership is told to be: a rejection at 5 per cent is an interval that leaves the truth out. */
export interface Verdict {
  readonly estimate: number;
  readonly rejects: boolean;
  /** Whether the one-sided 95 per cent bound says that the rate fell. */
  readonly pays: boolean;
}

/** A way to infer with the shape of partnership that it is recommended for. */
export interface StudiedDesign {
  readonly name: string;
  readonly units: number;
  readonly treatedUnits: number;
  /** Whether it has an interval, or ranks only. */
  readonly isInterval: boolean;
  /** Units of very different size: studied so that readers are warned, not recommended. */
  readonly isUneven?: boolean;
  readonly judge: (partnership: SimulatedPartnership, truth: number) => Verdict;
}

/**
 * Months of a unit are summed before and after: the estimate and the sums by unit that inference uses are the same as
 * those of its months, at a fraction of the rows.
 */
const modelOf = (partnership: SimulatedPartnership) => {
  const { spells, exposure, unit, treated, after } = summed(partnership);
  const both = vector(unit.length, (row) => at(treated, row) * at(after, row));
  const design = designOf(unit.length, { treated, after, both });
  const offset = exposure.map(Math.log);
  return { unit, ...restrictedGeneralised('quasi-poisson', spells, design, 'both', { offset }) };
};

const summed = (partnership: SimulatedPartnership) => {
  const rows = 2 * (Math.max(...partnership.unit) + 1);
  const sums = {
    spells: new Float64Array(rows),
    exposure: new Float64Array(rows),
    treated: new Float64Array(rows),
  };
  partnership.unit.forEach((unit, row) => {
    const place = 2 * unit + at(partnership.after, row);
    sums.spells[place] = at(sums.spells, place) + at(partnership.spells, row);
    sums.exposure[place] = at(sums.exposure, place) + at(partnership.exposure, row);
    sums.treated[place] = at(partnership.treated, row);
  });
  const unit = Int32Array.from({ length: rows }, (_, row) => row >> 1);
  return { ...sums, unit, after: vector(rows, (row) => row % 2) };
};

const byCluster = (partnership: SimulatedPartnership, truth: number): Verdict => {
  const { full, unit } = modelOf(partnership);
  const effect = coefficientOf(full, clusteredCovariance(full, unit), 'both');
  return {
    estimate: effect.estimate,
    rejects: truth < effect.lower || truth > effect.upper,
    pays: effect.statistic < studentPoint(0.05, effect.degrees),
  };
};

const byWildBootstrap = (partnership: SimulatedPartnership, truth: number): Verdict => {
  const model = modelOf(partnership);
  const tested = (nullValue: number) =>
    wildClusterBootstrap(model, model.unit, { seed: 1, draws: 499, interval: false, nullValue });
  const estimate = at(model.full.coefficients, model.place);
  const none = tested(0);
  return {
    estimate,
    rejects: (truth === 0 ? none : tested(truth)).p <= 0.05,
    // The bound of the two-sided 90 per cent interval.
    pays: estimate < 0 && none.p <= 0.1,
  };
};

/** Whichever of the two the number of units, their sides and sizes call for. */
const asChosen = (partnership: SimulatedPartnership, truth: number): Verdict => {
  const { unit, treated, exposure } = summed(partnership);
  const { method } = chooseInference(countClusters(unit, treated, exposure));
  return method === 'cluster-robust' ? byCluster(partnership, truth) : byWildBootstrap(partnership, truth);
};

/** All begin in the same month: two periods a unit, logarithms of rates. */
const byGroupAndTime = (partnership: SimulatedPartnership, truth: number): Verdict => {
  const { spells, exposure, unit, treated, after } = summed(partnership);
  const { overall } = groupTimeEffects(
    {
      // Half a spell more, so that a unit without any has a logarithm.
      outcome: spells.map((count, row) => Math.log((count + 0.5) / at(exposure, row))),
      unit,
      period: after.map((period) => period + 1),
      firstTreated: treated.map((own) => 2 * own),
    },
    { control: 'never-treated' },
  );
  return {
    estimate: overall.estimate,
    rejects: truth < overall.lower || truth > overall.upper,
    pays: overall.statistic < studentPoint(0.05, Infinity),
  };
};

const byRanks = (partnership: SimulatedPartnership): Verdict => {
  const { spells, exposure, unit, treated, after } = summed(partnership);
  const effect = differenceInDifferences(
    { outcome: spells, exposure, treated, after, clusters: unit },
    { scale: 'ratio', seed: 1 },
  );
  // Descriptive only: ranks pay nothing.
  return { estimate: effect.estimate, rejects: effect.p <= 0.05, pays: false };
};

export const STUDIED: readonly StudiedDesign[] = [
  { name: 'cluster-robust, 60 units', units: 60, treatedUnits: 30, isInterval: true, judge: byCluster },
  { name: 'wild bootstrap, 24 units', units: 24, treatedUnits: 10, isInterval: true, judge: byWildBootstrap },
  { name: 'wild bootstrap, 14 units', units: 14, treatedUnits: 7, isInterval: true, judge: byWildBootstrap },
  {
    name: 'wild bootstrap, 24 units of which 4',
    units: 24,
    treatedUnits: 4,
    isInterval: true,
    judge: asChosen,
  },
  {
    name: 'cluster-robust, 40 units of which 12',
    units: 40,
    treatedUnits: 12,
    isInterval: true,
    judge: asChosen,
  },
  {
    name: 'as chosen, 48 units of uneven size',
    units: 48,
    treatedUnits: 20,
    isInterval: true,
    isUneven: true,
    judge: asChosen,
  },
  {
    name: 'as chosen, 20 units of uneven size',
    units: 20,
    treatedUnits: 8,
    isInterval: true,
    isUneven: true,
    judge: asChosen,
  },
  { name: 'group-time, 100 units', units: 100, treatedUnits: 40, isInterval: true, judge: byGroupAndTime },
  { name: 'ranks, 8 units', units: 8, treatedUnits: 4, isInterval: false, judge: byRanks },
];

export interface Coverage {
  readonly name: string;
  readonly runs: number;
  readonly covered: number;
  readonly paid: number;
  readonly meanEstimate: number;
  /** Of the mean, by how far the estimates lie apart. */
  readonly standardError: number;
}

/** How often a design is right about partnerships whose truth is known. @param effect a ratio; 1 is none */
export const studyCoverage = (design: StudiedDesign, runs: number, effect = 1): Coverage => {
  const truth = Math.log(effect);
  const verdicts = Array.from({ length: runs }, (_, run) => {
    const { units, treatedUnits, isUneven = false } = design;
    const shape = { units, treatedUnits, isUneven, monthsBefore: 24, monthsAfter: 12, effect };
    return design.judge(simulatePartnership(shape, run), truth);
  });
  const estimates = verdicts.map(({ estimate }) => estimate);
  return {
    name: design.name,
    runs,
    covered: verdicts.filter(({ rejects }) => !rejects).length,
    paid: verdicts.filter(({ pays }) => pays).length,
    meanEstimate: mean(estimates),
    standardError: Math.sqrt(variance(estimates) / runs),
  };
};
