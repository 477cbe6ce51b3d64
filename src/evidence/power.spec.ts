import {
  chanceOfReaching,
  countVariation,
  effectError,
  expectedReturn,
  minimumDetectableEffect,
  powerOfLowerBound,
  type PowerSetting,
} from './power.js';

/** Danish days of absence: standard deviation 26.4 at a mean of 12.2. */
const DAYS = 2.16;
const arms = (persons: number, changes: Partial<PowerSetting> = {}): PowerSetting => ({
  treated: persons,
  compared: persons,
  variation: DAYS,
  correlation: 0.5,
  method: 'difference-in-differences',
  ...changes,
});
const percent = (share: number): number => Math.round(100 * share);

describe('the smallest effect that can be found', () => {
  it.each([
    [100, 101, 86, 74, 51, 43],
    [250, 64, 54, 47, 32, 27],
    [500, 45, 38, 33, 23, 19],
    [1000, 32, 27, 23, 16, 14],
    [2500, 20, 17, 15, 10, 9],
    [5000, 14, 12, 10, 7, 6],
  ])(
    'with %d persons an arm is the one of the table',
    (persons, days3, days5, covariance5, spells3, spells5) => {
      const found = (changes: Partial<PowerSetting>): number =>
        percent(minimumDetectableEffect(arms(persons, changes)));
      const spells = countVariation(1.9, 1.5);
      expect([
        found({ correlation: 0.3 }),
        found({}),
        found({ method: 'covariance' }),
        found({ variation: spells, correlation: 0.3 }),
        found({ variation: spells }),
      ]).toEqual([days3, days5, covariance5, spells3, spells5]);
    },
  );

  it('is 1.41 times as large in teams of 50 with an intraclass correlation of .02', () => {
    const teams = arms(500, { clusterSize: 50, intraclassCorrelation: 0.02 });
    expect(effectError(teams) / effectError(arms(500))).toBeCloseTo(1.41, 2);
  });
});

describe('payment for nothing', () => {
  it.each([
    [250, [0.41, 0.4], [0.37, 0.35], [0.33, 0.3], [0.26, 0.22], [0.11, 0.13]],
    [500, [0.38, 0.36], [0.32, 0.29], [0.27, 0.23], [0.18, 0.14], [0.15, 0.18]],
    [1000, [0.33, 0.3], [0.26, 0.22], [0.19, 0.15], [0.1, 0.06], [0.22, 0.27]],
    [2500, [0.25, 0.21], [0.15, 0.11], [0.08, 0.05], [0.02, 0.01], [0.4, 0.5]],
    [5000, [0.16, 0.12], [0.07, 0.04], [0.03, 0.01], [0, 0], [0.62, 0.75]],
  ])('with %d persons an arm has the chances of the table', (persons, ...table) => {
    const bound = table.at(-1) ?? [];
    for (const [index, correlation] of [0.3, 0.5].entries()) {
      const setting = arms(persons, { correlation });
      const chances = [0.05, 0.075, 0.1, 0.15].map((threshold) => chanceOfReaching(setting, threshold));
      // The table is rounded from a variation of 2.164 in places: within its last digit.
      for (const [place, chance] of chances.entries())
        expect(Math.abs(chance - (table[place]?.[index] ?? NaN))).toBeLessThan(0.011);
      expect(Math.abs(powerOfLowerBound(setting, 0.1) - (bound[index] ?? NaN))).toBeLessThan(0.0051);
    }
  });

  it('is the level itself where the lower bound decides', () => {
    expect(powerOfLowerBound(arms(500), 0)).toBeCloseTo(0.05, 10);
  });
});

it('half of an excess comes back by itself at a correlation of one half', () => {
  expect(expectedReturn(8, 0.5)).toBe(4);
});

it.each([
  ['no persons', { treated: 0 }, 'each arm needs persons'],
  ['a correlation of one', { correlation: 1 }, 'correlation must be between'],
  ['no variation', { variation: 0 }, 'variation must be above 0'],
])('refuses %s', (_, changes, message) => {
  expect(() => effectError(arms(10, changes))).toThrow(message);
});
