import type { EffectCell, EffectPlan, MonthSpan, PlannedShock, PlannedUnit } from './effect-plan.js';
import { monthsBetween, type Month } from './month.js';

/** Units of an indicator and what they are counted over. */
export interface Amount {
  readonly amount: number;
  readonly exposure: number;
}

/** A cell as numbers, with whose it is and on which side of the beginning. */
export interface ChosenCell extends Amount {
  readonly unit: PlannedUnit;
  readonly month: Month;
  readonly after: boolean;
}

const isIn = ({ from, to }: MonthSpan, month: Month): boolean => month >= from && month <= to;

/** The months before that are of the same seasons as those after: a quarter is held against the same quarters. */
export const matchedBaseline = ({ baseline, period }: Pick<EffectPlan, 'baseline' | 'period'>): Month[] => {
  const seasons = new Set(monthsBetween(period.from, period.to).map((month) => month.slice(5)));
  return monthsBetween(baseline.from, baseline.to).filter((month) => seasons.has(month.slice(5)));
};

export const isShocked = (
  shocks: readonly PlannedShock[],
  { unitId, month }: { readonly unitId: string; readonly month: Month },
): boolean =>
  shocks.some((shock) => isIn(shock, month) && (shock.unitIds === null || shock.unitIds.includes(unitId)));

export interface Chosen {
  readonly cells: readonly ChosenCell[];
  /** Workplaces without months on both sides: nothing can be told by them. */
  readonly leftOut: readonly string[];
}

/** The cells that a plan speaks of, by unit and month; workplaces that lack one side are left out and named. */
export const chooseCells = (plan: EffectPlan, cells: readonly EffectCell[]): Chosen => {
  const units = new Map(plan.units.map((unit) => [unit.unitId, unit]));
  const before = new Set(matchedBaseline(plan));
  const chosen = cells
    .flatMap((cell): ChosenCell[] => {
      const unit = units.get(cell.unitId);
      const after = isIn(plan.period, cell.month);
      const exposure = Number(cell.exposure);
      if (!unit || exposure <= 0 || !(after || before.has(cell.month))) return [];
      return [{ unit, month: cell.month, after, amount: Number(cell.amount), exposure }];
    })
    .sort((a, b) => compared(a.unit.unitId, b.unit.unitId) || compared(a.month, b.month));
  const sides = (unitId: string): Set<boolean> =>
    new Set(chosen.filter(({ unit }) => unit.unitId === unitId).map(({ after }) => after));
  const told = new Set([...units.keys()].filter((unitId) => sides(unitId).size === 2));
  return {
    cells: chosen.filter(({ unit }) => told.has(unit.unitId)),
    leftOut: [...units.keys()].filter((unitId) => !told.has(unitId)).sort(),
  };
};

/** The order of code units, which no locale changes. */
export const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The amount and exposure of some cells together. */
export const totalOf = (cells: readonly Amount[]): Amount =>
  cells.reduce(
    (total, cell) => ({ amount: total.amount + cell.amount, exposure: total.exposure + cell.exposure }),
    { amount: 0, exposure: 0 },
  );

/** Rows by what they share, in the order of their first ones. */
export const byKey = <Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};
