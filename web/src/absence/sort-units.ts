import type { UnitFigures } from './views';

const valueOf = (unit: UnitFigures, key: string): string | number => {
  if (key === 'absenceRate' || key === 'daysPerFte' || key === 'spellsPerPersonYear')
    return unit[key].value ?? -1;
  return key === 'employees' || key === 'openSpells' ? unit[key] : unit.name;
};

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'da');

/** A tree's units come all at once, so they are sorted here; `-key` turns the order. */
export const sortUnits = (units: UnitFigures[], sort = 'name'): UnitFigures[] => {
  const turned = sort.startsWith('-');
  const key = turned ? sort.slice(1) : sort;
  const sorted = units.toSorted((a, b) => compare(valueOf(a, key), valueOf(b, key)));
  return turned ? sorted.toReversed() : sorted;
};
