import fc from 'fast-check';
import {
  changeBetween,
  levelInterval,
  meanOf,
  plusMoments,
  standardError,
  type Moments,
} from './estimate.js';
import { netScoreOf, recommendationsOf } from './net-score.js';

const momentsOf = (scores: readonly number[]): Moments => ({
  answers: scores.length,
  sum: scores.reduce((sum, score) => sum + score, 0),
  squares: scores.reduce((sum, score) => sum + score ** 2, 0),
});

describe('a level', () => {
  const mean = meanOf(momentsOf([50, 50, 75, 75, 100]));

  it('is the mean with the spread of those who answered', () => {
    // Sum 350; squares 26,250; (26,250 - 5 × 70²) / 4 = 437.5.
    expect(mean.mean).toBe(70);
    expect(mean.spread).toBeCloseTo(Math.sqrt(437.5), 12);
  });

  it('has an interval by t with n - 1 and the finite population', () => {
    // 20.9165 / √5 × √(5/9) = 6.97217; t(4) = 2.776445; reach 19.35784.
    expect(standardError(mean, 10)).toBeCloseTo(6.972167, 6);
    const { low, high } = levelInterval(mean, 10);
    expect([low, high].map((side) => side.toFixed(4))).toEqual(['50.6422', '89.3578']);
  });

  it('is exact where everybody answered, and says nothing where one of many did', () => {
    expect(levelInterval(mean, 5)).toEqual({ low: 70, high: 70 });
    expect(levelInterval(meanOf(momentsOf([60])), 9)).toEqual({ low: 0, high: 100 });
    expect(() => meanOf(momentsOf([]))).toThrow(RangeError);
  });

  it('stays within 0 to 100, holds the mean, and narrows as more of a population answer', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 200 }), (given, more) => {
        const level = meanOf(momentsOf(given));
        const { low, high } = levelInterval(level, given.length + more);
        const wider = levelInterval(level, given.length + more + 1);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(level.mean).toBeGreaterThanOrEqual(low - 1e-9);
        expect(level.mean).toBeLessThanOrEqual(high + 1e-9);
        expect(wider.high - wider.low).toBeGreaterThanOrEqual(high - low - 1e-9);
      }),
    );
  });

  it('of two groups together comes from their moments', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (one, other) => {
        const together = meanOf(plusMoments(momentsOf(one), momentsOf(other)));
        const all = meanOf(momentsOf([...one, ...other]));
        expect(together.mean).toBeCloseTo(all.mean, 8);
        expect(together.spread).toBeCloseTo(all.spread, 5);
      }),
    );
  });
});

describe('a change', () => {
  it('has an interval without the finite population, by Welch', () => {
    // Variances of the means 400/25 = 16 and 225/25 = 9; error 5; df 25² / (256/24 + 81/24) = 44.51; t = 2.01472.
    const change = changeBetween(
      { answers: 25, mean: 58, spread: 20 },
      { answers: 25, mean: 70, spread: 15 },
    );
    expect(change?.difference).toBe(-12);
    expect(change?.low).toBeCloseTo(-22.0736, 3);
    expect(change?.high).toBeCloseTo(-1.9264, 3);
  });

  it('turns round with its rounds', () => {
    const mean = fc.record({
      answers: fc.integer({ min: 2, max: 60 }),
      mean: fc.integer({ min: 0, max: 100 }),
      spread: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(mean, mean, (one, other) => {
        const [there, back] = [changeBetween(one, other), changeBetween(other, one)];
        expect(there?.low).toBeCloseTo(-(back?.high ?? NaN), 8);
      }),
    );
  });

  it('is none with a single answer', () => {
    const one = { answers: 1, mean: 50, spread: 0 };
    expect(changeBetween(one, { answers: 9, mean: 50, spread: 1 })).toBeNull();
  });
});

describe('the net score', () => {
  it.each([
    [25, 55, 20, 5],
    [60, 25, 15, 45],
    [20, 50, 30, -10],
  ])('of %i %% for, %i %% between and %i %% against is %i', (promoters, passives, detractors, score) => {
    expect(netScoreOf({ promoters, passives, detractors }).score).toBeCloseTo(score, 10);
  });

  it('has the error of the published formula', () => {
    // P 0.25, D 0.20, n 100: 100 × √((0.45 - 0.0025) / 100) = 6.69; of 199 asked × √(99/198) = 4.73.
    const given = { promoters: 25, passives: 55, detractors: 20 };
    expect(netScoreOf(given).error).toBeCloseTo(6.69, 2);
    expect(netScoreOf(given, 199).error).toBeCloseTo(4.73, 2);
    expect(netScoreOf(given, 100).error).toBe(0);
  });

  it('sorts 0 to 10 into against, between and for', () => {
    const counts = Array.from({ length: 11 }, (_, value) => ({ value, count: 1 }));
    expect(recommendationsOf(counts)).toEqual({ promoters: 2, passives: 2, detractors: 7 });
    expect(() => netScoreOf({ promoters: 0, passives: 0, detractors: 0 })).toThrow(RangeError);
  });
});
