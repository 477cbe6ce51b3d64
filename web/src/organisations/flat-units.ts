import type { UnitNode } from './views';

/** The tree as choices of a list, deeper units set in. */
export const flatUnits = (units: UnitNode[], depth = 0): { value: string; label: string }[] =>
  units.flatMap((unit) => [
    { value: unit.id, label: `${'\u2003'.repeat(depth)}${unit.name}` },
    ...flatUnits(unit.children, depth + 1),
  ]);
