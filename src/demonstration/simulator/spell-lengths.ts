import {
  LENGTH_CLASSES,
  LONG_SPELLS,
  ONE_DAY_SHARE,
  ONE_DAY_WEEKDAYS,
  START_WEEKDAYS,
} from './parameters.js';
import type { Random } from './random.js';

interface Weight {
  readonly days: number;
  readonly weight: number;
}

const SPREAD = 0.5;

/** Lognormal density at the whole days of a class, scaled to its weight. */
const classAt = (from: number, to: number, weight: number, location: number): Weight[] => {
  const days = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  const density = days.map((day) => Math.exp(-((Math.log(day) - location) ** 2) / (2 * SPREAD ** 2)) / day);
  const total = density.reduce((sum, value) => sum + value, 0);
  return days.map((day, index) => ({ days: day, weight: (weight * (density[index] ?? 0)) / total }));
};

const meanOf = (weights: readonly Weight[]): number => {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights.reduce((sum, { days, weight }) => sum + days * weight, 0) / total;
};

/** The location that gives a class its printed mean, by halving: the mean grows with the location. */
const classWithMean = ({ from, to, weight, mean }: (typeof LENGTH_CLASSES)[number]): Weight[] => {
  let low = -20;
  let high = 20;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (meanOf(classAt(from, to, weight, middle)) < mean) low = middle;
    else high = middle;
  }
  return classAt(from, to, weight, (low + high) / 2);
};

/** 30 + Weibull by the day, cut at the longest and rescaled to keep the mean. */
const longWeights = (): Weight[] => {
  const { weight, mean, shape, longest } = LONG_SPELLS;
  const at = (scale: number): Weight[] =>
    Array.from({ length: longest - 30 }, (_, offset) => ({
      days: 31 + offset,
      weight: Math.exp(-((offset / scale) ** shape)) - Math.exp(-(((offset + 1) / scale) ** shape)),
    }));
  let low = 1;
  let high = 1000;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (meanOf(at(middle)) < mean) low = middle;
    else high = middle;
  }
  const weights = at((low + high) / 2);
  const total = weights.reduce((sum, entry) => sum + entry.weight, 0);
  return weights.map((entry) => ({ days: entry.days, weight: (weight * entry.weight) / total }));
};

const longer = [...LENGTH_CLASSES.flatMap(classWithMean), ...longWeights()];
let sum = 0;
const cumulative = Float64Array.from(longer, ({ weight }) => (sum += weight));
const totalWeight = sum;

/** First index whose cumulative weight exceeds a value. */
const indexAbove = (value: number): number => {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** By Bayes: spells beginning on a Friday are more often of one day than those beginning on a Monday. */
const oneDayChance = START_WEEKDAYS.map(
  (share, day) => (ONE_DAY_SHARE * (ONE_DAY_WEEKDAYS[day] ?? 0)) / share,
);

/** Working days of a sickness spell that begins on a weekday (Monday 1 to Friday 5). */
export const spellLength = (random: Random, weekday: number): number => {
  if (random.chance(oneDayChance[weekday - 1] ?? ONE_DAY_SHARE)) return 1;
  return longer[indexAbove(random.uniform() * totalWeight)]?.days ?? 1;
};
