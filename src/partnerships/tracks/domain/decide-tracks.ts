import {
  atomOf,
  atomsOf,
  countChangeTells,
  countJudge,
  decideRelease,
  hideSettledWhole,
  shareChangeTells,
  type Atoms,
  type DisclosureLimits,
  type EarlierCell,
  type FamilyCell,
  type Reason,
} from '../../../disclosure/index.js';
import { ruleOf, trackMeasures, type TrackFact, type TrackMeasure } from './track-measures.js';

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

const isFew = (count: number, { count: limit }: DisclosureLimits): boolean => count > 0 && count < limit;

const quotientReason = (measure: TrackMeasure, sum: Sum, limits: DisclosureLimits): Reason | null => {
  const { kind } = ruleOf(measure);
  if (sum.below === 0) return 'nothing';
  if (kind === 'load') {
    if (sum.above < limits.shareBase) return 'small-base';
    return sum.below < FEWEST_WORKERS ? 'too-few-persons' : null;
  }
  if (sum.below < limits.shareBase) return 'small-base';
  const tells = kind === 'share' && (isFew(sum.above, limits) || isFew(sum.below - sum.above, limits));
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
      [sum.above - above, sum.below - below].some((more) => isFew(Math.abs(more), limits)),
    );

const judgeOf = (measure: TrackMeasure, sumOf: SumOf, limits: DisclosureLimits) => {
  const { kind } = ruleOf(measure);
  if (kind === 'plain')
    return { judge: { reason: () => null, size: () => 0 }, changeTells: (): boolean => false };
  if (kind === 'count') {
    const countOf = (atoms: Atoms): number => sumOf(atoms).above;
    return { judge: countJudge(countOf, limits), changeTells: countChangeTells(countOf, limits) };
  }
  const judge = {
    reason: (atoms: Atoms) => quotientReason(measure, sumOf(atoms), limits),
    size: (atoms: Atoms) => sumOf(atoms).below,
  };
  const shareOf = (atoms: Atoms) => ({ numerator: sumOf(atoms).above, denominator: sumOf(atoms).below });
  return { judge, changeTells: shareChangeTells(shareOf, limits) };
};

const decideMeasure = (measure: TrackMeasure, grounds: TrackGrounds): DecidedCell[] => {
  const { facts, limits } = grounds;
  const months = ruleOf(measure).onDate ? grounds.months.slice(-1) : grounds.months;
  const units = grounds.unitsOf(measure);
  if (units.length === 0) return [];
  const sumOf = sumsOf(facts, measure);
  const part = ({ id }: TrackUnit): FamilyCell => ({ key: id, atoms: atomsOf([id], months), parts: [] });
  const ids = units.map(({ id }) => id);
  const root: FamilyCell = {
    key: 'whole',
    atoms: atomsOf(ids, months),
    parts: units.length > 1 ? units.map(part) : [],
  };
  const earlier = grounds.earlier.filter((cell) => cell.measure === measure);
  const rules = judgeOf(measure, sumOf, limits);
  const decided = decideRelease({ root, ...rules, earlier });
  const settled = ruleOf(measure).kind === 'count' ? hideSettledWhole(root, decided, limits) : decided;
  const cellOf = (unit: TrackUnit | null, cell: FamilyCell): DecidedCell => {
    const own = unit === null ? ids : [unit.id];
    const sum = sumOf(cell.atoms);
    const reason = settled.get(cell.key) ?? null;
    const overlaps = ruleOf(measure).cumulative === true && tellsBesideEarlier(sum, own, earlier, limits);
    return { measure, unit, units: own, ...sum, reason: reason ?? (overlaps ? 'difference' : null) };
  };
  return [
    cellOf(null, root),
    ...units.flatMap((unit, index) => {
      const cell = root.parts[index];
      return cell ? [cellOf(unit, cell)] : [];
    }),
  ];
};

/** Decides what of a period's figures may leave the house, beside all that has left it before (definitions 6.2). */
export const decideTracks = (grounds: TrackGrounds): DecidedCell[] =>
  trackMeasures.flatMap((measure) => decideMeasure(measure, grounds));
