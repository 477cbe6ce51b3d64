import { differenceInDifferences } from '../../../evidence/difference-in-differences.js';
import type { InferenceMethod } from '../../../evidence/inference-choice.js';
import { totalOf, type ChosenCell } from './chosen-cells.js';
import type { Avoided } from './avoided.js';

/** What an estimate is told with. */
export interface RatioModel {
  readonly seed: number;
  readonly draws: number;
  readonly drawnByLot: boolean;
  readonly confidence: number;
}

export interface RatioEffect extends Avoided {
  readonly p: number;
  readonly method: InferenceMethod;
  readonly ratio: { readonly ratio: number; readonly lower: number | null; readonly upper: number | null };
}

/** The months of each unit summed before and after: the estimate and each cluster's pull are those of its months. */
const summed = (cells: readonly ChosenCell[]) => {
  const sums = new Map<
    string,
    { unit: ChosenCell['unit']; after: boolean; amount: number; exposure: number }
  >();
  for (const { unit, after, amount, exposure } of cells) {
    const key = `${unit.unitId} ${String(after)}`;
    const sum = sums.get(key) ?? { unit, after, amount: 0, exposure: 0 };
    sums.set(key, { ...sum, amount: sum.amount + amount, exposure: sum.exposure + exposure });
  }
  return [...sums.values()];
};

/**
 * The ratio of ratios (T after/T before)/(C after/C before) of rates by quasi-Poisson with the exposure as offset, and
 * what it says in units: without the contract the treated would have had observed/ratio.
 * @throws EvidenceError where the cells cannot carry it
 */
export const ratioEffect = (cells: readonly ChosenCell[], model: RatioModel): RatioEffect => {
  const sums = summed(cells);
  const found = differenceInDifferences(
    {
      outcome: sums.map(({ amount }) => amount),
      exposure: sums.map(({ exposure }) => exposure),
      treated: sums.map(({ unit }) => (unit.arm === 'in' ? 1 : 0)),
      after: sums.map(({ after }) => (after ? 1 : 0)),
      clusters: sums.map(({ unit }) => unit.unitId),
    },
    { scale: 'ratio', ...model },
  );
  const observed = totalOf(cells.filter(({ unit, after }) => unit.arm === 'in' && after)).amount;
  const saved = (logarithm: number): number => observed * (Math.exp(-logarithm) - 1);
  const error = found.biasReduced ?? found.clusterRobust;
  const { interval, inference } = found;
  return {
    expected: observed * Math.exp(-found.estimate),
    observed,
    avoided: saved(found.estimate),
    // A fall of the ratio is a rise of what was avoided: the ends change places.
    interval: interval && { lower: saved(interval.upper), upper: saved(interval.lower) },
    standardError: error && observed * Math.exp(-found.estimate) * error.standardError,
    p: found.p,
    smallestP: found.smallestP,
    descriptive: inference.descriptive,
    method: inference.method,
    ratio: {
      ratio: Math.exp(found.estimate),
      lower: interval && Math.exp(interval.lower),
      upper: interval && Math.exp(interval.upper),
    },
  };
};
