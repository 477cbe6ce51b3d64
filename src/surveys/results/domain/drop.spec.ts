import { directionOf, isDrop } from './drop.js';
import { responseLabel, responseRate } from './response.js';

const RULE = { higherIsBetter: true, minimumDifference: 8 };
const FALL = { difference: -12, low: -22, high: -2 };
const RATES = { now: 0.6, before: 0.8 };

describe('a drop (definitions 8.6)', () => {
  it.each([
    ['worse, sure, large, answered by enough', FALL, RULE, RATES, true],
    ['an interval that holds 0', { ...FALL, high: 0.1 }, RULE, RATES, false],
    ['an interval that ends at 0', { ...FALL, high: 0 }, RULE, RATES, false],
    ['smaller than matters', { difference: -7.9, low: -9, high: -2 }, RULE, RATES, false],
    ['just as large as matters', { difference: -8, low: -9, high: -2 }, RULE, RATES, true],
    ['for the better', { difference: 12, low: 2, high: 22 }, RULE, RATES, false],
    ['too few answered now', FALL, RULE, { now: 0.59, before: 0.9 }, false],
    ['too few answered before', FALL, RULE, { now: 0.9, before: 0.59 }, false],
    [
      'a strain that rises',
      { difference: 12, low: 2, high: 22 },
      { ...RULE, higherIsBetter: false },
      RATES,
      true,
    ],
    ['a strain that falls', FALL, { ...RULE, higherIsBetter: false }, RATES, false],
  ] as const)('%s', (_, change, rule, rates, drop) => {
    expect(isDrop(change, rule, rates)).toBe(drop);
  });

  it('tells which way a change points only where it is sure and matters', () => {
    expect(directionOf({ difference: 9, low: 1, high: 17 }, RULE)).toBe('better');
    expect(directionOf(FALL, RULE)).toBe('worse');
    expect(directionOf({ difference: 9, low: -1, high: 19 }, RULE)).toBeNull();
  });
});

describe('the response rate', () => {
  it.each([
    [6, 10, 0.6, 'good'],
    [59, 100, 0.59, 'caution'],
    [4, 10, 0.4, 'caution'],
    [39, 100, 0.39, 'low'],
  ])('of %i of %i is %f: %s', (answered, invited, rate, label) => {
    expect(responseRate(answered, invited)).toBe(rate);
    expect(responseLabel(rate)).toBe(label);
  });

  it('of nobody is none', () => {
    expect(responseRate(0, 0)).toBeNull();
  });
});
