import { FRAILTY_SHAPE } from './parameters.js';
import { pickWeighted, randomStream } from './random.js';

const COUNT = 100_000;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};
const draws = (draw: () => number): number[] => Array.from({ length: COUNT }, draw);

describe('a random stream', () => {
  it('repeats itself for the same keys only', () => {
    const first = (...keys: number[]): number => randomStream(...keys).uniform();
    expect(first(1, 2, 3)).toBe(first(1, 2, 3));
    expect(new Set([first(1, 2, 3), first(1, 2, 4), first(1, 3, 2), first(2, 2, 3)]).size).toBe(4);
  });

  it('is uniform over the first draws of neighbouring streams', () => {
    const firsts = Array.from({ length: COUNT }, (_, key) => randomStream(2026, 4, key).uniform());
    expect(mean(firsts)).toBeCloseTo(1 / 2, 2);
    expect(variance(firsts)).toBeCloseTo(1 / 12, 2);
  });

  it.each([0.3, FRAILTY_SHAPE, 1.5])(
    'draws frailty of shape %d with mean 1 and variance 1 / shape',
    (shape) => {
      const random = randomStream(1);
      const frailties = draws(() => random.frailty(shape));
      expect(Math.abs(mean(frailties) - 1)).toBeLessThan(0.025);
      expect(Math.abs(variance(frailties) * shape - 1)).toBeLessThan(0.06);
    },
  );

  it('draws normals and waiting times with their moments', () => {
    const random = randomStream(2);
    const normals = draws(() => random.normal());
    const waits = draws(() => random.exponential());
    expect(mean(normals)).toBeCloseTo(0, 1);
    expect(variance(normals)).toBeCloseTo(1, 1);
    expect(mean(waits)).toBeCloseTo(1, 1);
    expect(variance(waits)).toBeCloseTo(1, 1);
  });

  it('picks by weight', () => {
    const random = randomStream(3);
    const picks = Array.from({ length: COUNT }, () =>
      pickWeighted(random, [
        ['a', 1],
        ['b', 3],
      ] as const),
    );
    expect(picks.filter((choice) => choice === 'b').length / COUNT).toBeCloseTo(0.75, 2);
  });
});
