import { localDate } from '../../../shared/local-date.js';
import { mondayOf, weekOf } from './week.js';

describe('weeks', () => {
  it.each([
    ['2025-W07', '2025-02-10'],
    ['2025W7', '2025-02-10'],
    ['202507', '2025-02-10'],
    ['2025/07', '2025-02-10'],
    ['7/2025', '2025-02-10'],
    ['uge 7 2025', '2025-02-10'],
    ['U07-2025', '2025-02-10'],
    ['2025-02-12', '2025-02-10'],
    ['16-02-2025', '2025-02-10'],
    // 2026 has a week 53, 2025 has not; week 1 of 2025 begins in 2024.
    ['2026-W53', '2026-12-28'],
    ['2025-W01', '2024-12-30'],
  ])('reads %s as the week of %s', (text, monday) => {
    expect(weekOf(text)).toBe(monday);
  });

  it.each(['', '2025-W53', '2025-W00', '2025-W54', '31-02-2025', 'uge syv', '2025'])(
    'refuses "%s"',
    (text) => {
      expect(weekOf(text)).toBeNull();
    },
  );

  it('begins on Monday', () => {
    expect(mondayOf(localDate('2026-03-15'))).toBe('2026-03-09');
    expect(mondayOf(localDate('2026-03-09'))).toBe('2026-03-09');
  });
});
