import { stripYears, weekNumber } from './strip-weeks';
import type { CitizenSpan } from './views';

const span = (from: string, to: string, benefit: CitizenSpan['benefit']): CitizenSpan => ({
  from,
  to,
  weeks: 1,
  benefit,
  coach: null,
  caseworker: null,
});

describe('the strip of weeks', () => {
  it('has every week, by the year of its Thursday, and shows what is not known', () => {
    const years = stripYears([
      span('2024-12-23', '2024-12-30', 'sickness-benefit'),
      span('2025-01-13', '2025-01-13', 'self-support'),
    ]);
    expect(years).toEqual([
      { year: '2024', weeks: [{ week: '2024-12-23', benefit: 'sickness-benefit' }] },
      {
        year: '2025',
        weeks: [
          { week: '2024-12-30', benefit: 'sickness-benefit' },
          { week: '2025-01-06', benefit: null },
          { week: '2025-01-13', benefit: 'self-support' },
        ],
      },
    ]);
    expect(stripYears([])).toEqual([]);
  });

  it.each([
    ['2024-12-30', 1],
    ['2025-02-10', 7],
    ['2026-12-28', 53],
  ])('numbers the week of %s %d', (monday, number) => {
    expect(weekNumber(monday)).toBe(number);
  });
});
