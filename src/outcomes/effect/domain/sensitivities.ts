import { chooseCells, isShocked, type ChosenCell } from './chosen-cells.js';
import type { EffectCell, EffectPlan, PlannedUnit } from './effect-plan.js';

/** How else it could have been told. The last two are for reading only. */
export const SENSITIVITIES = [
  'other-comparison',
  'without-shocks',
  'without-provisional',
  'own-history',
  'controlled-series',
] as const;
export type SensitivityKind = (typeof SENSITIVITIES)[number];

/** The comparison without its largest workplace, where all are of the treated ones' employers or all are not. */
const withoutLargest = (cells: readonly ChosenCell[], comparison: readonly PlannedUnit[]): PlannedUnit[] => {
  const sizeOf = (unitId: string): number =>
    cells.reduce((size, cell) => size + (cell.unit.unitId === unitId ? cell.exposure : 0), 0);
  const sizes = new Map(comparison.map(({ unitId }) => [unitId, sizeOf(unitId)]));
  const largest = Math.max(...sizes.values());
  const [first] = comparison.filter(({ unitId }) => sizes.get(unitId) === largest);
  return comparison.filter((unit) => unit !== first);
};

/** Another comparison: workplaces of other employers; where that is all or none of them, all but the largest. */
export const otherComparison = (plan: EffectPlan, cells: readonly EffectCell[]): EffectPlan | null => {
  const comparison = plan.units.filter(({ arm }) => arm === 'comparison');
  const treated = plan.units.filter(({ arm }) => arm === 'in');
  const employers = new Set(treated.map(({ tenantId }) => tenantId));
  const others = comparison.filter(({ tenantId }) => !employers.has(tenantId));
  const splits = others.length > 0 && others.length < comparison.length;
  const chosen = splits ? others : withoutLargest(chooseCells(plan, cells).cells, comparison);
  return chosen.length === 0 ? null : { ...plan, units: [...treated, ...chosen] };
};

/** The cells outside the shocks of the contract; null where no shock touches them. */
export const withoutShocks = (plan: EffectPlan, cells: readonly EffectCell[]): EffectCell[] | null =>
  fewer(cells, (cell) => !isShocked(plan.shocks, cell));

/** The cells of which nothing more is awaited; null where none is awaited. */
export const withoutProvisional = (cells: readonly EffectCell[]): EffectCell[] | null =>
  fewer(cells, (cell) => !cell.provisional);

const fewer = (cells: readonly EffectCell[], isKept: (cell: EffectCell) => boolean): EffectCell[] | null => {
  const kept = cells.filter(isKept);
  return kept.length === cells.length ? null : kept;
};
