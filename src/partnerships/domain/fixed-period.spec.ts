import { localDate } from '../../shared/local-date.js';
import { fixedPeriodOf, fixedPeriodsOver, nextCutFrom } from './fixed-period.js';

const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });

describe('a fixed period', () => {
  it.each([
    ['2026-01-01', '2026-03-31', 'quarter'],
    ['2026-10-01', '2026-12-31', 'quarter'],
    ['2026-01-01', '2026-06-30', 'half-year'],
    ['2026-07-01', '2026-12-31', 'half-year'],
    ['2024-01-01', '2024-12-31', 'year'],
  ])('%s to %s is a %s', (from, to, cut) => {
    expect(fixedPeriodOf(period(from, to))).toEqual({ from, to, cut });
  });

  it.each([
    ['a month', '2026-01-01', '2026-01-31', 'to'],
    ['a half-year that begins in April', '2026-04-01', '2026-09-30', 'to'],
    ['a year that begins in July', '2026-07-01', '2027-06-30', 'to'],
    ['two years', '2025-01-01', '2026-12-31', 'to'],
    ['a quarter from its second day', '2026-01-02', '2026-03-31', 'from'],
    ['three months that are no quarter', '2026-02-01', '2026-04-30', 'from'],
    ['a period that ends before it begins', '2026-04-01', '2026-03-31', 'to'],
  ])('%s is none', (_, from, to, fault) => {
    expect(fixedPeriodOf(period(from, to))).toBe(fault);
  });

  it.each([
    ['2026-07-01', 'quarter', '2026-07-01'],
    ['2026-07-02', 'quarter', '2026-10-01'],
    ['2026-07-02', 'half-year', '2027-01-01'],
    ['2026-02-28', 'year', '2027-01-01'],
  ] as const)('from %s on, the first %s begins on %s', (day, cut, from) => {
    expect(nextCutFrom(localDate(day), cut)).toBe(from);
  });

  it('is on offer once it is over and touches the partnership', () => {
    const offered = fixedPeriodsOver(period('2025-08-15', '2027-08-14'), localDate('2026-07-01'));
    expect(offered.map(({ from, to }) => `${from}/${to}`)).toEqual([
      '2026-04-01/2026-06-30',
      '2026-01-01/2026-06-30',
      '2026-01-01/2026-03-31',
      '2025-10-01/2025-12-31',
      '2025-07-01/2025-12-31',
      '2025-01-01/2025-12-31',
      '2025-07-01/2025-09-30',
    ]);
  });

  it('is not over on its last day', () => {
    expect(fixedPeriodsOver(period('2026-01-01', '2027-12-31'), localDate('2026-03-31'))).toEqual([]);
  });
});
