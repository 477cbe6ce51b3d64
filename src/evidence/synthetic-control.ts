import { EvidenceError, requireNumbers } from './evidence-error.js';
import { nelderMead } from './nelder-mead.js';
import { simplexWeights } from './simplex-weights.js';
import { at, mean, sum, variance, vector, type Numbers } from './vector.js';

/** One unit's outcome over the same periods as all others', and what it is matched on. */
export interface ComparedUnit {
  readonly label: string;
  readonly outcomes: Numbers;
  /** The same for every unit, in the same order. Without, the outcomes before are matched one by one. */
  readonly predictors?: Numbers;
}

export interface SyntheticControlOptions {
  /** How many of the periods come before the treatment. */
  readonly periodsBefore: number;
  /** Of each predictor, where it was agreed beforehand; else it is searched for. Predictors are taken over their spread. */
  readonly importance?: Numbers;
  /** Whether each donor is taken for treated in turn, which gives the rank. True unless told. */
  readonly placebos?: boolean;
}

export interface SyntheticFit {
  readonly label: string;
  /** By donor, in the order given; at least 0 and 1 in sum. */
  readonly weights: readonly { readonly label: string; readonly weight: number }[];
  /** By predictor, 1 in sum; null without predictors. */
  readonly importance: readonly number[] | null;
  readonly synthetic: Float64Array;
  /** Outcome less synthetic, by period. */
  readonly gaps: Float64Array;
  /** Mean squared gap before and after. */
  readonly errorBefore: number;
  readonly errorAfter: number;
  readonly meanGapAfter: number;
}

export interface SyntheticControl extends SyntheticFit {
  /** errorAfter / errorBefore: what the rank is of. */
  readonly ratio: number;
  readonly placebos: readonly {
    readonly label: string;
    readonly ratio: number;
    readonly errorBefore: number;
  }[];
  /** Share of all units with a ratio as large as that of the treated one; null without placebos. */
  readonly p: number | null;
  readonly smallestP: number;
}

/**
 * Synthetic control (Abadie, Diamond and Hainmueller 2010): the mean of donors that is nearest to the treated unit
 * before, its gap after, and the rank of that gap among placebos. With predictors their importance is what brings the
 * outcomes before nearest (nested search from several beginnings).
 * @throws EvidenceError `bad-data` with fewer than 2 donors or periods before, or with a predictor that never differs.
 */
export const syntheticControl = (
  treated: ComparedUnit,
  donors: readonly ComparedUnit[],
  options: SyntheticControlOptions,
): SyntheticControl => {
  requireUnits([treated, ...donors], options);
  const fit = fitOf(treated, donors, options);
  const placebos =
    options.placebos === false
      ? []
      : donors.map((donor) =>
          fitOf(
            donor,
            donors.filter((other) => other !== donor),
            options,
          ),
        );
  const ratioOf = ({ errorBefore, errorAfter }: SyntheticFit): number => errorAfter / errorBefore;
  const asLarge = placebos.filter((placebo) => ratioOf(placebo) >= ratioOf(fit)).length;
  return {
    ...fit,
    ratio: ratioOf(fit),
    placebos: placebos.map((each) => ({
      label: each.label,
      ratio: ratioOf(each),
      errorBefore: each.errorBefore,
    })),
    p: placebos.length > 0 ? (1 + asLarge) / (1 + placebos.length) : null,
    smallestP: 1 / (1 + donors.length),
  };
};

const requireUnits = (
  units: readonly ComparedUnit[],
  { periodsBefore, importance }: SyntheticControlOptions,
): void => {
  if (units.length < 3) throw new EvidenceError('bad-data', 'a synthetic control needs at least 2 donors');
  const [first] = units;
  const periods = first?.outcomes.length ?? 0;
  if (periodsBefore < 2 || periodsBefore >= periods)
    throw new EvidenceError(
      'bad-data',
      `${periodsBefore} of ${periods} periods before: at least 2 are needed, and 1 after`,
    );
  if (importance && importance.length !== (first?.predictors?.length ?? 0))
    throw new EvidenceError(
      'bad-data',
      `importance has ${importance.length} numbers, one a predictor is wanted`,
    );
  for (const { label, outcomes, predictors } of units) {
    requireNumbers(periods, { [`outcome of ${label}`]: outcomes });
    if ((predictors?.length ?? 0) !== (first?.predictors?.length ?? 0))
      throw new EvidenceError('bad-data', `${label} has other predictors than ${first?.label}`);
    if (predictors) requireNumbers(predictors.length, { [`predictors of ${label}`]: predictors });
  }
};

const fitOf = (
  treated: ComparedUnit,
  donors: readonly ComparedUnit[],
  { periodsBefore: before, importance: agreed }: SyntheticControlOptions,
): SyntheticFit => {
  const { weights, importance } = treated.predictors
    ? nested(treated, donors, before, treated.predictors, agreed)
    : {
        weights: simplexWeights(
          donors.map(({ outcomes }) => head(outcomes, before)),
          head(treated.outcomes, before),
        ),
        importance: null,
      };
  const synthetic = combined(donors, weights);
  const gaps = synthetic.map((value, period) => at(treated.outcomes, period) - value);
  const squared = (some: Float64Array): number => mean(some.map((gap) => gap ** 2));
  return {
    label: treated.label,
    weights: donors.map(({ label }, place) => ({ label, weight: at(weights, place) })),
    importance,
    synthetic,
    gaps,
    errorBefore: squared(gaps.subarray(0, before)),
    errorAfter: squared(gaps.subarray(before)),
    meanGapAfter: mean(gaps.subarray(before)),
  };
};

const head = (numbers: Numbers, count: number): Float64Array => vector(count, (place) => at(numbers, place));

const combined = (donors: readonly ComparedUnit[], weights: Numbers): Float64Array =>
  vector(donors[0]?.outcomes.length ?? 0, (period) =>
    donors.reduce((total, { outcomes }, place) => total + at(weights, place) * at(outcomes, period), 0),
  );

/** Importances e^a in proportion, a found from even ones and from each predictor's favour. */
const nested = (
  treated: ComparedUnit,
  donors: readonly ComparedUnit[],
  before: number,
  predictors: Numbers,
  agreed?: Numbers,
) => {
  const spreads = vector(predictors.length, (place) => spreadOf([treated, ...donors], place));
  const scaled = ({ predictors: own = [] }: ComparedUnit): Float64Array =>
    vector(own.length, (place) => at(own, place) / at(spreads, place));
  const [points, target] = [donors.map(scaled), scaled(treated)];
  if (agreed) return { weights: simplexWeights(points, target, agreed), importance: Array.from(agreed) };
  const shares = (logs: Numbers): Float64Array => {
    const raw = vector(logs.length, (place) => Math.exp(at(logs, place)));
    return raw.map((value) => value / sum(raw));
  };
  const errorBefore = (logs: Float64Array): number => {
    const synthetic = combined(donors, simplexWeights(points, target, shares(logs)));
    return mean(vector(before, (period) => (at(treated.outcomes, period) - at(synthetic, period)) ** 2));
  };
  const even = new Float64Array(predictors.length);
  const begins = [
    even,
    ...Array.from(even.keys(), (favoured) => even.map((_, place) => (place === favoured ? 3 : 0))),
  ];
  const nearest = begins.toSorted((one, other) => errorBefore(one) - errorBefore(other)).slice(0, 2);
  const found = nearest
    .map((begin) => nelderMead(errorBefore, nelderMead(errorBefore, begin).point))
    .reduce((one, other) => (other.value < one.value ? other : one));
  const importance = shares(found.point);
  return { weights: simplexWeights(points, target, importance), importance: Array.from(importance) };
};

const spreadOf = (units: readonly ComparedUnit[], place: number): number => {
  const spread = Math.sqrt(variance(units.map(({ predictors }) => at(predictors ?? [], place))));
  if (spread > 0) return spread;
  throw new EvidenceError('bad-data', `predictor ${place + 1} is the same for all units`);
};
