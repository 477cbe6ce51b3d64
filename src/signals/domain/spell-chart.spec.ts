import { aboveLimit, chartOf, falseAlarmsAYear, type UnitMonths } from './spell-chart.js';

/** Twelve months of 4 spells where 4 are expected, then the month looked at. */
const unit = (begun: number, more: Partial<UnitMonths> = {}): UnitMonths => ({
  unitId: 'team',
  path: ['workplace', 'team'],
  begun: [...Array.from({ length: 12 }, () => 4), begun],
  expected: Array.from({ length: 13 }, () => 4),
  persons: 20,
  ...more,
});
const charted = (given: UnitMonths) => {
  const chart = chartOf(given, 10);
  if (!chart) throw new Error('no chart');
  return chart;
};

describe('new spells of a unit beside its own past', () => {
  it('signals above three Poisson errors: 4 + 3 × 2 = 10', () => {
    expect(charted(unit(10))).toMatchObject({ begun: 10, expected: 4, limit: 10, months: 12, persons: 20 });
    expect(aboveLimit([charted(unit(10))])).toEqual([]);
    expect(aboveLimit([charted(unit(11))])).toHaveLength(1);
  });

  it('takes the season from the whole employer: 16 in a month where 16 are expected is nothing', () => {
    const winter = { expected: [...Array.from({ length: 12 }, () => 4), 16] };
    expect(charted(unit(16, winter)).limit).toBe(16 + 3 * 4);
    expect(aboveLimit([charted(unit(28, winter))])).toEqual([]);
  });

  it('holds a unit against its own level: half of what is expected, month after month', () => {
    const calm = unit(5, {
      begun: [...Array.from({ length: 12 }, () => 1), 5],
      expected: Array.from({ length: 13 }, () => 2),
    });
    // Centre 0.5, so 1 spell is expected; 1 + 3 × 1 = 4.
    expect(charted(calm)).toMatchObject({ expected: 1, limit: 4 });
    expect(aboveLimit([charted(calm)])).toHaveLength(1);
  });

  it('widens where the past varied more than Poisson', () => {
    const restless = unit(11, { begun: [...Array.from({ length: 6 }, () => [0, 8]).flat(), 11] });
    expect(charted(restless).limit).toBeGreaterThan(20);
    expect(aboveLimit([charted(restless)])).toEqual([]);
  });

  it.each<[string, Partial<UnitMonths>]>([
    ['fewer than ten persons', { persons: 9 }],
    [
      'a past of eleven months',
      { begun: Array.from({ length: 12 }, () => 4), expected: Array.from({ length: 12 }, () => 4) },
    ],
    ['nobody there this month', { expected: [...Array.from({ length: 12 }, () => 4), 0] }],
    ['no spell ever', { begun: [...Array.from({ length: 12 }, () => 0), 9] }],
  ])('charts nothing for %s', (_, more) => {
    expect(chartOf(unit(20, more), 10)).toBeNull();
  });

  it('says once what a unit and those above it all show', () => {
    const above = charted(unit(20, { unitId: 'workplace', path: ['workplace'] }));
    expect(aboveLimit([above, charted(unit(20))]).map(({ unitId }) => unitId)).toEqual(['team']);
    expect(aboveLimit([above, charted(unit(4))]).map(({ unitId }) => unitId)).toEqual(['workplace']);
  });

  it('tells how many false alarms to expect: twice as many as the normal says for a mean of 4', () => {
    // Poisson with mean 4: P(X > 10) = 0.00284; a hundred such units give 3.4 a year, the normal 1.6.
    const charts = Array.from({ length: 100 }, () => charted(unit(4)));
    expect(falseAlarmsAYear(charts)).toBeCloseTo(3.41, 1);
  });
});
