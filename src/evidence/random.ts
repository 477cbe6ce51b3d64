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
