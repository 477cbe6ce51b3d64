import type { UnitNode, UnitTree } from './views';

type Choice = { value: string; label: string };

const below = (units: UnitNode[], depth: number): Choice[] =>
  units.flatMap((unit) => [
    { value: unit.id, label: `${'\u2003'.repeat(depth)}${unit.name}` },
    ...below(unit.children, depth + 1),
  ]);

/** The units as choices of a list, deeper ones set in; several employers stand as groups. */
export const unitChoices = (tree: UnitTree): { group: string; items: Choice[] }[] =>
  tree.employers.map(({ name, units }) => ({ group: name, items: below(units, 0) }));
