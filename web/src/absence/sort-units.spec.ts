import { sortUnits } from './sort-units';
import type { UnitFigures } from './views';

const figure = (value: number | null) => ({ value, previous: null, numerator: null, denominator: null });
const unit = (name: string, employees: number, rate: number | null): UnitFigures => ({
  id: name,
  name,
  kind: 'workplace',
  children: 0,
  employees,
  absenceRate: figure(rate),
  daysPerFte: figure(null),
  spellsPerPersonYear: figure(null),
  openSpells: 0,
});

const units = [
  unit('Ørsted Skole', 40, 0.05),
  unit('Aaby Plejecenter', 90, null),
  unit('Bakkegården', 12, 0.07),
];

describe('sortUnits', () => {
  it('sorts names as Danes do, aa last', () => {
    expect(sortUnits(units).map((one) => one.name)).toEqual([
      'Bakkegården',
      'Ørsted Skole',
      'Aaby Plejecenter',
    ]);
  });
  it('sorts a measure downwards, what is unknown last', () => {
    expect(sortUnits(units, '-absenceRate').map((one) => one.employees)).toEqual([12, 40, 90]);
  });
  it('sorts by size', () => {
    expect(sortUnits(units, 'employees').map((one) => one.employees)).toEqual([12, 40, 90]);
  });
});
