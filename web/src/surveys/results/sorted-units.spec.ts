import { sortedUnits } from './sorted-units';
import type { BesideUnit } from './views';

const unit = (name: string, mean: number, rate: number | null): BesideUnit => ({
  unitId: name,
  name,
  parentName: null,
  answers: 10,
  mean,
  low: mean - 5,
  high: mean + 5,
  personYears: 20,
  absenceRate: rate === null ? null : { value: rate, interval: null },
  spells: null,
});
const UNITS = [unit('Åen', 60, 0.05), unit('Bakken', 55, null), unit('Engen', 70, 0.08)];
const namesBy = (sort: string): string =>
  sortedUnits(UNITS, sort)
    .map(({ name }) => name)
    .join(' ');

describe('sortedUnits', () => {
  it.each([
    ['score', 'Bakken Åen Engen'],
    ['-score', 'Engen Åen Bakken'],
    ['rate', 'Åen Engen Bakken'],
    ['-rate', 'Engen Åen Bakken'],
    ['unit', 'Bakken Engen Åen'],
    ['-unit', 'Åen Engen Bakken'],
    ['nonsense', 'Bakken Engen Åen'],
  ])('by %s', (sort, names) => expect(namesBy(sort)).toBe(names));
});
