import {
  atomOf,
  atomsOf,
  boundOf,
  decideCounts,
  decideShares,
  isSmallCount,
  unitFamily,
  type AskedFigures,
  type Atoms,
  type Decisions,
  type DisclosureLimits,
  type EarlierCell,
  type Reason,
} from '../../../disclosure/index.js';
import { ruleOf, trackMeasures, type TrackFact, type TrackMeasure } from './track-measures.js';

const WHOLE = 'whole';
/** Fewer workers than this, and a mean of theirs tells about one of them. */
const FEWEST_WORKERS = 3;

export interface EarlierTrackCell extends EarlierCell {
  readonly measure: TrackMeasure;
  readonly units: readonly string[];
}

export interface TrackUnit {
  readonly id: string;
  readonly name: string;
}

export interface TrackGrounds {
  readonly facts: readonly TrackFact[];
  /** The units of a measure's figures: none where the measure is not measured. */
  unitsOf(measure: TrackMeasure): readonly TrackUnit[];
  /** First days of the months of the period. */
  readonly months: readonly string[];
  readonly limits: DisclosureLimits;
  readonly earlier: readonly EarlierTrackCell[];
}

/** One figure that is printed or hidden. */
export interface DecidedCell {
  readonly measure: TrackMeasure;
  /** Null for all units together. */
  readonly unit: TrackUnit | null;
  readonly units: readonly string[];
  readonly above: number;
  readonly below: number;
  readonly reason: Reason | null;
  /** How a small count prints. */
  readonly bound: string | null;
}

interface Sum {
  readonly above: number;
  readonly below: number;
}
type SumOf = (atoms: Atoms) => Sum;

const sumsOf = (facts: readonly TrackFact[], measure: TrackMeasure): SumOf => {
  const own = facts.filter((fact) => fact.measure === measure);
  return (atoms) =>
    own
      .filter(({ unit, month }) => atoms.has(atomOf(unit, month)))
      .reduce(({ above, below }, fact) => ({ above: above + fact.above, below: below + fact.below }), {
        above: 0,
        below: 0,
      });
};

const quotientReason = (measure: TrackMeasure, sum: Sum, limits: DisclosureLimits): Reason | null => {
  const { kind } = ruleOf(measure);
  if (sum.below === 0) return 'nothing';
  if (kind === 'load') {
    if (sum.above < limits.shareBase) return 'small-base';
    return sum.below < FEWEST_WORKERS ? 'too-few-persons' : null;
  }
  if (sum.below < limits.shareBase) return 'small-base';
  const tells =
    kind === 'share' && (isSmallCount(sum.above, limits) || isSmallCount(sum.below - sum.above, limits));
  return tells ? 'small-count' : null;
};

/** Two releases of what has been until a day: each with the other tells about those who came between them. */
const tellsBesideEarlier = (
  sum: Sum,
  units: readonly string[],
  earlier: readonly EarlierTrackCell[],
  limits: DisclosureLimits,
): boolean =>
  earlier
    .filter((cell) => cell.units.length === units.length && units.every((unit) => cell.units.includes(unit)))
    .some(({ amounts: [above = 0, below = 0] }) =>
      [sum.above - above, sum.below - below].some((more) => isSmallCount(Math.abs(more), limits)),
    );

const decide = (measure: TrackMeasure, sumOf: SumOf, asked: AskedFigures): Decisions => {
  const { kind } = ruleOf(measure);
  if (kind === 'plain') return new Map();
  if (kind === 'count') return decideCounts((atoms) => sumOf(atoms).above, asked);
  const shareOf = (atoms: Atoms) => ({ numerator: sumOf(atoms).above, denominator: sumOf(atoms).below });
  return decideShares(shareOf, asked, {
    reason: (atoms) => quotientReason(measure, sumOf(atoms), asked.limits),
    size: (atoms) => sumOf(atoms).below,
  });
};

const decideMeasure = (measure: TrackMeasure, grounds: TrackGrounds): DecidedCell[] => {
  const { facts, limits } = grounds;
  const { kind, onDate, cumulative } = ruleOf(measure);
  const months = onDate ? grounds.months.slice(-1) : grounds.months;
  const units = grounds.unitsOf(measure);
  if (units.length === 0) return [];
  const sumOf = sumsOf(facts, measure);
  const ids = units.map(({ id }) => id);
  // One unit's figures are those of all.
  const parts = units.length > 1 ? units : [];
  const root = unitFamily(
    WHOLE,
    ids,
    months,
    parts.map(({ id }) => id),
  );
  const earlier = grounds.earlier.filter((cell) => cell.measure === measure);
  const decided = decide(measure, sumOf, { root, limits, earlier });
  const cellOf = (unit: TrackUnit | null): DecidedCell => {
    const own = unit === null ? ids : [unit.id];
    const sum = sumOf(atomsOf(own, months));
    const overlaps = cumulative === true && tellsBesideEarlier(sum, own, earlier, limits);
    const reason = decided.get(unit?.id ?? WHOLE) ?? (overlaps ? 'difference' : null);
    const bound = kind === 'count' ? boundOf(reason, limits) : null;
    return { measure, unit, units: own, ...sum, reason, bound };
  };
  return [null, ...parts].map(cellOf);
};

/** Decides what of a period's figures may leave the house, beside all that has left it before (definitions 6.2). */
export const decideTracks = (grounds: TrackGrounds): DecidedCell[] =>
  trackMeasures.flatMap((measure) => decideMeasure(measure, grounds));
