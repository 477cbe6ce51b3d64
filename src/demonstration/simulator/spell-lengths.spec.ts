import {
  LENGTH_CLASSES,
  LONG_SPELLS,
  ONE_DAY_SHARE,
  ONE_DAY_WEEKDAYS,
  START_WEEKDAYS,
} from './parameters.js';
import { randomStream } from './random.js';
import { spellLength } from './spell-lengths.js';

const COUNT = 400_000;

describe('spell lengths', () => {
  const random = randomStream(5);
  const drawn = START_WEEKDAYS.map((share, index) =>
    Array.from({ length: Math.round(COUNT * share) }, () => spellLength(random, index + 1)),
  );
  const all = drawn.flat();
  const oneDay = all.filter((days) => days === 1).length;

  it('are of one day in the fitted share', () => {
    expect(oneDay / all.length).toBeCloseTo(ONE_DAY_SHARE, 2);
  });

  it('of one day begin on Fridays more often than others', () => {
    const byWeekday = drawn.map((lengths) => lengths.filter((days) => days === 1).length / oneDay);
    byWeekday.forEach((share, index) => expect(share).toBeCloseTo(ONE_DAY_WEEKDAYS[index] ?? 0, 2));
  });

  it.each([...LENGTH_CLASSES, { from: 31, to: LONG_SPELLS.longest, ...LONG_SPELLS }])(
    'of $from to $to working days have the printed weight and mean $mean',
    ({ from, to, weight, mean }) => {
      const within = all.filter((days) => days >= from && days <= to);
      expect(Math.abs(within.length / all.length - weight)).toBeLessThan(0.003);
      expect(Math.abs(within.reduce((sum, days) => sum + days, 0) / within.length / mean - 1)).toBeLessThan(
        0.02,
      );
    },
  );
});
