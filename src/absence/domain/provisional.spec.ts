import { localDate } from '../../shared/local-date.js';
import { isProvisional, lastCompleteMonth, monthsUpTo } from './provisional.js';

const day = localDate;

describe('what is known of a month (definitions 2.5)', () => {
  it.each([
    // A source that has told of all October; of all but the last day; up to today; of more than can have happened.
    ['2026-10-31', '2026-11-22', '2026-10-01'],
    ['2026-10-30', '2026-11-22', '2026-09-01'],
    ['2026-11-22', '2026-11-22', '2026-10-01'],
    ['2027-01-31', '2026-11-22', '2026-10-01'],
    // On the last day of a month that day is not over yet.
    ['2026-11-30', '2026-11-30', '2026-10-01'],
    ['2026-11-30', '2026-12-01', '2026-11-01'],
    // Records that ended long ago.
    ['1998-12-31', '2026-11-22', '1998-12-01'],
    // No source at all: what people report themselves is known at once.
    [null, '2026-11-22', '2026-10-01'],
  ])('known until %s, seen on %s, ends with %s', (knownUntil, today, month) => {
    expect(lastCompleteMonth(knownUntil === null ? null : day(knownUntil), day(today))).toBe(month);
  });

  it.each([
    ['2026-08-01', false],
    ['2026-09-01', true],
    ['2026-10-01', true],
    ['2026-11-01', true],
  ])('with October complete, %s is provisional: %s', (month, provisional) => {
    expect(isProvisional(day(month), day('2026-10-01'))).toBe(provisional);
  });

  it('counts months back from the last', () => {
    expect(monthsUpTo(day('2026-02-01'), 12)).toEqual({ from: '2025-03-01', to: '2026-02-28' });
  });
});
