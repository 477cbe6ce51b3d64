export interface GroupedUnit {
  readonly id: string;
  /** Null, or a unit that is not among those given, for a topmost one. */
  readonly parentId: string | null;
}

/** Invited people who share a signing key, and are reported on together. */
export interface ReportingGroup {
  /** Null: what is left over of the whole employer. */
  readonly unitId: string | null;
  readonly invited: number;
  /** The units whose own people these are. */
  readonly units: readonly string[];
}

type Gathered = Pick<ReportingGroup, 'invited' | 'units'>;

const NOBODY: Gathered = { invited: 0, units: [] };
const together = (one: Gathered, other: Gathered): Gathered => ({
  invited: one.invited + other.invited,
  units: [...one.units, ...other.units],
});
const smallestOf = (groups: readonly ReportingGroup[]): ReportingGroup | null =>
  groups.reduce<ReportingGroup | null>(
    (least, group) => (least === null || group.invited < least.invited ? group : least),
    null,
  );

/**
 * Puts the invited of each unit into reporting groups (definitions 8.2). A unit with at least `minimum` people of its
 * own, or left over by units below it, is a group; a smaller one goes into its parent's. So each key stands for at least
 * `minimum` people, whatever else is known. Where fewer are left at the very top, the smallest group joins them.
 *
 * @param units parents before their children
 * @param invited people by the unit that they are in themselves
 * @returns none where the whole employer has fewer than `minimum`
 */
export const reportingGroups = (
  units: readonly GroupedUnit[],
  invited: ReadonlyMap<string, number>,
  minimum: number,
): readonly ReportingGroup[] => {
  const known = new Set(units.map(({ id }) => id));
  const gathered = new Map<string | null, Gathered>();
  const groups: ReportingGroup[] = [];
  for (const { id, parentId } of units.toReversed()) {
    const own = invited.get(id) ?? 0;
    const here = together(own > 0 ? { invited: own, units: [id] } : NOBODY, gathered.get(id) ?? NOBODY);
    if (here.invited >= minimum) {
      groups.push({ unitId: id, ...here });
      continue;
    }
    const above = parentId !== null && known.has(parentId) ? parentId : null;
    gathered.set(above, together(gathered.get(above) ?? NOBODY, here));
  }
  return withRest(groups.toReversed(), gathered.get(null) ?? NOBODY, minimum);
};

const withRest = (
  groups: readonly ReportingGroup[],
  rest: Gathered,
  minimum: number,
): readonly ReportingGroup[] => {
  if (rest.invited === 0) return groups;
  if (rest.invited >= minimum) return [{ unitId: null, ...rest }, ...groups];
  const smallest = smallestOf(groups);
  if (smallest === null) return [];
  return [{ unitId: null, ...together(rest, smallest) }, ...groups.filter((group) => group !== smallest)];
};
