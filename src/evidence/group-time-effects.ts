import { estimateOf, type Estimate } from './estimate.js';
import { EvidenceError, requireNumbers } from './evidence-error.js';
import { aggregate, type Aggregates } from './group-time-aggregates.js';
import { at, distinct, grouped, mean, vector, type Numbers } from './vector.js';

/** A balanced panel: every unit has one row in every period. */
export interface StaggeredPanel {
  readonly outcome: Numbers;
  /** One label a row. */
  readonly unit: ArrayLike<string | number>;
  /** Whole numbers. */
  readonly period: Numbers;
  /** The first period in which the row's unit is treated; 0 for never. */
  readonly firstTreated: Numbers;
}

export interface GroupTimeOptions {
  /** Compared with units never treated, or with all not treated by then. */
  readonly control: 'never-treated' | 'not-yet-treated';
  readonly confidence?: number;
}

/** The effect in a period on those first treated in another. */
export interface GroupTimeEffect extends Estimate {
  readonly group: number;
  readonly period: number;
  /** Units of the group and of those it is compared with. */
  readonly treated: number;
  readonly compared: number;
}

export interface StaggeredEffects extends Aggregates {
  readonly effects: readonly GroupTimeEffect[];
  readonly units: number;
  readonly neverTreated: number;
  readonly control: GroupTimeOptions['control'];
}

/** An effect with how far each unit pulls it: the influence function, with mean 0 over units. */
export interface Influenced {
  readonly group: number;
  readonly period: number;
  readonly estimate: number;
  readonly influence: Float64Array;
  readonly treated: number;
  readonly compared: number;
}

/**
 * Effects by group and time for a staggered start (Callaway and Sant'Anna 2021, without covariates):
 * ATT(g,t) = mean change from g - 1 to t of those first treated in g, less that of the control units; before g from
 * t - 1 to t, which shows whether trends ran together. Standard errors by influence functions over units, normal.
 * @throws EvidenceError `bad-data` for an unbalanced panel or no controls; `too-few-clusters` with a group of one.
 */
export const groupTimeEffects = (panel: StaggeredPanel, options: GroupTimeOptions): StaggeredEffects => {
  const wide = widened(panel);
  const { periods, first } = wide;
  const groups = distinct(first).filter((group) => group > (periods[0] ?? NaN));
  if (groups.length === 0)
    throw new EvidenceError('bad-data', 'no unit begins within the periods after the first');
  const effects = groups.flatMap((group) =>
    periods.slice(1).map((period) => effectOf(wide, options.control, group, period)),
  );
  const told = effects.filter((effect) => effect !== null);
  const error = (influence: Numbers): number => rootMeanSquare(influence) / Math.sqrt(first.length);
  return {
    effects: told.map(({ influence, ...effect }) => ({
      ...effect,
      ...estimateOf(effect.estimate, error(influence), Infinity, options.confidence),
    })),
    ...aggregate(told, first, options.confidence),
    units: first.length,
    neverTreated: first.filter((group) => group === 0).length,
    control: options.control,
  };
};

const rootMeanSquare = (numbers: Numbers): number =>
  Math.sqrt(mean(vector(numbers.length, (place) => at(numbers, place) ** 2)));

interface Wide {
  readonly periods: readonly number[];
  /** By unit. */
  readonly first: Float64Array;
  /** By period, then by unit. */
  readonly outcomes: ReadonlyMap<number, Float64Array>;
}

const widened = ({ outcome, unit, period, firstTreated }: StaggeredPanel): Wide => {
  requireNumbers(outcome.length, { outcome, period, 'first treated': firstTreated });
  const { codes, labels } = grouped(unit);
  const periods = distinct(period);
  const first = new Float64Array(labels.length).fill(NaN);
  const outcomes = new Map(periods.map((each) => [each, new Float64Array(labels.length).fill(NaN)]));
  for (let row = 0; row < codes.length; row += 1) {
    const code = at(codes, row);
    const begins = at(firstTreated, row);
    if (first[code] !== begins && !Number.isNaN(first[code]))
      throw new EvidenceError('bad-data', `unit ${labels[code]} begins twice: row ${row + 1}`);
    first[code] = begins;
    const column = outcomes.get(at(period, row));
    if (column && !Number.isNaN(column[code]))
      throw new EvidenceError(
        'bad-data',
        `unit ${labels[code]} has period ${at(period, row)} twice: row ${row + 1}`,
      );
    if (column) column[code] = at(outcome, row);
  }
  for (const [each, column] of outcomes) {
    const missing = column.findIndex((value) => Number.isNaN(value));
    if (missing >= 0)
      throw new EvidenceError('bad-data', `unit ${labels[missing]} has no row in period ${each}`);
  }
  return { periods, first, outcomes };
};

/** Null where nobody is left to compare with. */
const effectOf = (
  { periods, first, outcomes }: Wide,
  control: GroupTimeOptions['control'],
  group: number,
  period: number,
): Influenced | null => {
  const before = periods.filter((each) => each < Math.min(group, period)).at(-1) ?? NaN;
  const [now, then] = [outcomes.get(period) ?? [], outcomes.get(before) ?? []];
  const isCompared = (begins: number): boolean => {
    if (begins === 0) return true;
    return control === 'not-yet-treated' && begins !== group && begins > Math.max(period, before);
  };
  const change = (unit: number): number => at(now, unit) - at(then, unit);
  const sides = [
    first.map((begins) => (begins === group ? 1 : 0)),
    first.map((begins) => (isCompared(begins) ? 1 : 0)),
  ];
  const [treated, compared] = sides.map((side) => {
    const units = Array.from(side.keys()).filter((unit) => side[unit] === 1);
    return { units, middle: mean(units.map(change)) };
  });
  if (!treated || !compared || compared.units.length < 2) return null;
  if (treated.units.length < 2)
    throw new EvidenceError(
      'too-few-clusters',
      `only one unit begins in period ${group}: its spread is unknown`,
    );
  const influence = new Float64Array(first.length);
  for (const [{ units, middle }, sign] of [
    [treated, 1],
    [compared, -1],
  ] as const)
    for (const unit of units)
      influence[unit] = (sign * first.length * (change(unit) - middle)) / units.length;
  return {
    group,
    period,
    estimate: treated.middle - compared.middle,
    influence,
    treated: treated.units.length,
    compared: compared.units.length,
  };
};
