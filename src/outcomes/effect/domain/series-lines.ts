import { byKey, chooseCells, compared, totalOf, type Amount } from './chosen-cells.js';
import type { EffectCell, EffectPlan } from './effect-plan.js';
import { knownFigure } from './avoided.js';
import { quarterOf } from './month.js';

/** A calendar quarter of both arms, as rates over twelve months of full-time work. */
export interface LinePoint {
  readonly quarter: string;
  readonly after: boolean;
  readonly treated: string | null;
  readonly comparison: string | null;
  /** What the treated would have had, had they changed as the comparison did. */
  readonly expected: string | null;
}

const YEAR = 12;

const rateOf = (cells: readonly Amount[]): number | null => {
  const { amount, exposure } = totalOf(cells);
  return exposure > 0 ? (YEAR * amount) / exposure : null;
};

/**
 * The lines of a chart, quarter by quarter from the baseline to the end of the period. What is expected is drawn by the
 * comparison's rate times how the treated stood to it over the whole baseline.
 */
export const seriesLines = (plan: EffectPlan, cells: readonly EffectCell[]): LinePoint[] => {
  const told = new Set(chooseCells(plan, cells).cells.map(({ unit }) => unit.unitId));
  const arms = new Map(plan.units.map((unit) => [unit.unitId, unit.arm]));
  const drawn = cells
    .filter(({ unitId, month }) => told.has(unitId) && month >= plan.baseline.from && month <= plan.period.to)
    .map((cell) => ({
      arm: arms.get(cell.unitId),
      month: cell.month,
      amount: Number(cell.amount),
      exposure: Number(cell.exposure),
    }));
  const rates = (rows: typeof drawn) => {
    const of = (arm: 'in' | 'comparison') => rateOf(rows.filter((row) => row.arm === arm));
    return { treated: of('in'), comparison: of('comparison') };
  };
  const before = rates(drawn.filter(({ month }) => month <= plan.baseline.to));
  const level =
    before.treated !== null && before.comparison !== null && before.comparison > 0
      ? before.treated / before.comparison
      : null;
  const text = (rate: number | null): string | null => (rate === null ? null : knownFigure(rate));
  return [...byKey(drawn, ({ month }) => quarterOf(month))]
    .sort(([a], [b]) => compared(a, b))
    .map(([quarter, rows]) => {
      const { treated, comparison } = rates([...rows]);
      const expected = level === null || comparison === null ? null : comparison * level;
      return {
        quarter,
        after: rows.every(({ month }) => month >= plan.period.from),
        treated: text(treated),
        comparison: text(comparison),
        expected: text(expected),
      };
    });
};
