import type { GroupedUnit, ReportingGroup } from './reporting-groups.js';

export interface PlacedUnit extends GroupedUnit {
  readonly kind: string;
  /** Topmost first, itself last. */
  readonly path: readonly string[];
}

/**
 * New employees share a key with the others of their workplace, whenever those came: it opens for the ones who wait once
 * they are `minimum` (definitions 8.4). Until then they wait; nobody is moved into a larger group to be asked sooner.
 */
export const newcomerGroups = (
  units: readonly PlacedUnit[],
  waiting: ReadonlyMap<string, number>,
  minimum: number,
): readonly ReportingGroup[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const workplaceOf = ({ path, id }: PlacedUnit): string =>
    path.findLast((above) => byId.get(above)?.kind === 'workplace') ?? path[0] ?? id;
  const gathered = new Map<string, ReportingGroup>();
  for (const unit of units) {
    const people = waiting.get(unit.id) ?? 0;
    if (people === 0) continue;
    const unitId = workplaceOf(unit);
    const so = gathered.get(unitId) ?? { unitId, invited: 0, units: [] };
    gathered.set(unitId, { unitId, invited: so.invited + people, units: [...so.units, unit.id] });
  }
  return [...gathered.values()].filter(({ invited }) => invited >= minimum);
};
