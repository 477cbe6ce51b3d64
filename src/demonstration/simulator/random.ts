import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

// Bound once: a look-up of a global is slow in the test runner's context, and these run millions of times.
const { imul, log, sqrt, cos, floor, PI } = Math;

/** One seeded stream of random draws. Every stream is independent of how much another has drawn. */
export interface Random {
  /** In the open interval (0, 1), so that its logarithm is finite. */
  uniform(): number;
  chance(probability: number): boolean;
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** Mean 1. */
  exponential(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Gamma with the given shape and mean 1. */
  frailty(shape: number): number;
}

/** Spreads neighbouring keys over 32 bits (the finaliser of MurmurHash3). */
const mixed = (hash: number, key: number): number => {
  let bits = imul(hash ^ key, 0x9e3779b1);
  bits = imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
};

/** Marsaglia and Tsang 2000; a shape below 1 is drawn at shape + 1 and scaled down. */
const gamma = (shape: number, uniform: () => number, normal: () => number): number => {
  if (shape < 1) return gamma(shape + 1, uniform, normal) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / sqrt(9 * d);
  for (;;) {
    const z = normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && log(uniform()) < (z * z) / 2 + d - d * v + d * log(v)) return d * v;
  }
};

/** The stream that belongs to a list of keys: seed, purpose, number of a person. */
export const randomStream = (...keys: readonly number[]): Random => {
  const generator = xoroshiro128plus(keys.reduce(mixed, 0x2545f491));
  // The generator's first words still show the low-entropy part of its state.
  for (let word = 0; word < 8; word += 1) generator.next();
  const uniform = (): number => uniformFloat64(generator) + 2 ** -54;
  const normal = (): number => sqrt(-2 * log(uniform())) * cos(2 * PI * uniform());
  return {
    uniform,
    chance: (probability) => uniform() < probability,
    below: (count) => floor(uniform() * count),
    exponential: () => -log(uniform()),
    normal,
    frailty: (shape) => gamma(shape, uniform, normal) / shape,
  };
};

/** What a stream is for, so that two purposes of one person never share draws. */
export const STREAM = {
  unit: 1,
  history: 2,
  person: 3,
  absence: 4,
  registration: 5,
  prevention: 6,
  activity: 7,
  unitCases: 8,
  surveys: 9,
  introductions: 10,
  tracks: 11,
} as const;

/** One of a list by weight. */
export const pickWeighted = <T>(random: Random, choices: readonly (readonly [T, number])[]): T => {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.uniform() * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (!last) throw new RangeError('nothing to pick from');
  return last[0];
};

/** One of a list, each as likely. */
export const pick = <T>(random: Random, choices: readonly T[]): T => {
  const choice = choices[random.below(choices.length)];
  if (choice === undefined) throw new RangeError('nothing to pick from');
  return choice;
};
