import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded stream of draws: the same seed gives the same draws on every machine. */
export interface Draws {
  /** From 0 up to but without 1. */
  uniform(): number;
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
}

/** @param seed a whole number; it is stated with every result that used it */
export const drawsOf = (seed: number): Draws => {
  const generator = xoroshiro128plus(seed);
  // Its first words still show how little a small seed says.
  for (let word = 0; word < 16; word += 1) generator.next();
  const uniform = (): number => uniformFloat64(generator);
  return { uniform, below: (count) => Math.floor(uniform() * count) };
};

/** Standard normal (Box and Muller 1958). */
export const normalDraw = (draws: Draws): number =>
  Math.sqrt(-2 * Math.log(1 - draws.uniform())) * Math.cos(2 * Math.PI * draws.uniform());

/**
 * Gamma with this shape and scale 1 (Marsaglia and Tsang 2000; below shape 1 by their boost).
 * @param shape above 0
 */
export const gammaDraw = (draws: Draws, shape: number): number => {
  if (shape < 1) return gammaDraw(draws, shape + 1) * (1 - draws.uniform()) ** (1 / shape);
  const near = shape - 1 / 3;
  for (;;) {
    const normal = normalDraw(draws);
    const cube = (1 + normal / Math.sqrt(9 * near)) ** 3;
    if (cube <= 0) continue;
    if (Math.log(1 - draws.uniform()) < normal ** 2 / 2 + near * (1 - cube + Math.log(cube)))
      return near * cube;
  }
};
