import { localDate } from '../../shared/local-date.js';
import { together, type Facts } from './measures.js';
import { figuresBelow, isPeriodProvisional, monthsFor, tilesOf, trendOver, type Loaded } from './overview.js';

const day = localDate;
const facts = (some: Partial<Facts>): Facts => ({ ...together([]), ...some });
const october = day('2026-10-01');

const loaded: Loaded = {
  months: monthsFor(october, day('2022-11-01'), 24),
  byMonth: [
    { month: day('2025-10-01'), ...facts({ absenceDays: 4, possibleDays: 100 }) },
    { month: october, ...facts({ absenceDays: 6, possibleDays: 100, fteDays: 5 * 31, spellsBegun: 3 }) },
  ],
  now: [
    { childId: 'vest', ...facts({ absenceDays: 60, possibleDays: 1000 }) },
    { childId: 'øst', ...facts({ absenceDays: 20, possibleDays: 1000 }) },
  ],
  before: [{ childId: 'vest', ...facts({ absenceDays: 50, possibleDays: 1000 }) }],
  presence: [
    { childId: 'vest', employed: 12, absent: 2 },
    { childId: 'øst', employed: 9, absent: 0 },
  ],
  presenceYearAgo: [{ childId: 'vest', employed: 11, absent: 1 }],
};

describe('the months of an overview', () => {
  it('are the last twelve complete ones and the same a year earlier (definitions 7.3)', () => {
    expect(loaded.months).toEqual({
      lastComplete: '2026-10-01',
      period: { from: '2025-11-01', to: '2026-10-31' },
      comparison: { from: '2024-11-01', to: '2025-10-31' },
      trend: { from: '2024-11-01', to: '2026-10-31' },
    });
    expect(isPeriodProvisional(loaded.months)).toBe(true);
  });

  it('have nothing to compare with where absence was not recorded a year earlier', () => {
    expect(monthsFor(october, day('2024-12-01'), 24).comparison).toBeNull();
    expect(monthsFor(october, day('2024-11-01'), 24).comparison).not.toBeNull();
  });

  it('begin with the first recorded month', () => {
    const { period, trend } = monthsFor(october, day('2026-05-01'), 24);
    expect([period, trend]).toEqual([
      { from: '2026-05-01', to: '2026-10-31' },
      { from: '2026-05-01', to: '2026-10-31' },
    ]);
    expect(monthsFor(october, null, 24).period).toEqual({ from: '2025-11-01', to: '2026-10-31' });
    expect(trendOver({ ...loaded, months: monthsFor(october, null, 24) })).toEqual([]);
  });
});

describe('the figures of an overview', () => {
  it('add the units up before they divide, and stand beside the year before', () => {
    const tiles = tilesOf(loaded);
    expect(tiles.absenceRate).toEqual({ value: 0.04, previous: 0.05, numerator: 80, denominator: 2000 });
    expect(tiles.employees).toMatchObject({ value: 21, previous: 11 });
    expect(tiles.openSpells).toMatchObject({ value: 2, previous: 1 });
  });

  it('have no previous value without a comparison period', () => {
    const tiles = tilesOf({ ...loaded, months: { ...loaded.months, comparison: null } });
    expect(tiles.absenceRate.previous).toBeNull();
    expect(tiles.employees.previous).toBeNull();
  });

  it('show each unit by itself', () => {
    expect(figuresBelow(loaded, 'vest')).toMatchObject({
      absenceRate: { value: 0.06, previous: 0.05 },
      employees: 12,
      openSpells: 2,
    });
    expect(figuresBelow(loaded, 'øst')).toMatchObject({
      absenceRate: { value: 0.02, previous: null },
      openSpells: 0,
    });
    expect(figuresBelow(loaded, 'nord')).toMatchObject({ absenceRate: { value: null }, employees: 0 });
  });

  it('follow the months, each beside the same a year before, the last two provisional (definitions 2.5)', () => {
    const trend = trendOver(loaded);
    expect(trend).toHaveLength(24);
    expect(trend.at(-1)).toEqual({
      month: '2026-10',
      absenceRate: 0.06,
      previousRate: 0.04,
      daysPerFte: 1.2,
      spells: 3,
      provisional: true,
    });
    expect(trend.map((month) => month.provisional).filter(Boolean)).toHaveLength(2);
  });
});
