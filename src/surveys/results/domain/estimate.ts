import { studentPoint } from '../../../evidence/distributions.js';

/** What a mean and its spread are made of; of two groups these add up. */
export interface Moments {
  readonly answers: number;
  readonly sum: number;
  readonly squares: number;
}

export const NO_MOMENTS: Moments = Object.freeze({ answers: 0, sum: 0, squares: 0 });

export const plusMoments = (a: Moments, b: Moments): Moments => ({
  answers: a.answers + b.answers,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
});

/** A mean with the spread of those behind it. */
export interface Mean {
  readonly answers: number;
  readonly mean: number;
  /** Sample standard deviation, n - 1 below. */
  readonly spread: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The mean of some answers. @throws RangeError of none */
export const meanOf = ({ answers, sum, squares }: Moments): Mean => {
  if (answers < 1) throw new RangeError('nobody has no mean');
  const mean = sum / answers;
  const variance = answers === 1 ? 0 : (squares - answers * mean ** 2) / (answers - 1);
  // Sums of squares of equal scores may come out a hair below nothing.
  return { answers, mean, spread: Math.sqrt(variance > 1e-9 ? variance : 0) };
};

/** How much smaller an error is when a large part of a population has answered; 1 for none, 0 for all. */
export const finitePopulation = (answers: number, population: number): number =>
  population <= 1 || answers >= population ? 0 : Math.sqrt((population - answers) / (population - 1));

/** Standard error of a level: that of these people now, so with the finite population (measures 3.2). */
export const standardError = ({ answers, spread }: Mean, population: number): number =>
  (spread / Math.sqrt(answers)) * finitePopulation(answers, population);

/** 95 % interval of a level by Student's t, within 0 to 100. One answer says nothing of the others: the whole range. */
export const levelInterval = (mean: Mean, population: number): Interval => {
  if (mean.answers >= population) return { low: mean.mean, high: mean.mean };
  if (mean.answers === 1) return { low: 0, high: 100 };
  const reach = studentPoint(0.975, mean.answers - 1) * standardError(mean, population);
  return { low: Math.max(0, mean.mean - reach), high: Math.min(100, mean.mean + reach) };
};

/** Of a mean, as far as chance goes. */
const varianceOf = ({ spread, answers }: Mean): number => spread ** 2 / answers;

export interface Change extends Interval {
  /** Now less before. */
  readonly difference: number;
}

/**
 * 95 % interval of a change between two rounds, without the finite population (definitions 8.6): who answers next
 * time and how they feel that day would be otherwise. Rounds cannot be joined person by person, so both are taken as
 * independent; Welch's degrees of freedom. Null with fewer than two answers on a side.
 */
export const changeBetween = (now: Mean, before: Mean): Change | null => {
  if (now.answers < 2 || before.answers < 2) return null;
  const difference = now.mean - before.mean;
  const [a, b] = [varianceOf(now), varianceOf(before)];
  if (a + b === 0) return { difference, low: difference, high: difference };
  const freedom = (a + b) ** 2 / (a ** 2 / (now.answers - 1) + b ** 2 / (before.answers - 1));
  const reach = studentPoint(0.975, freedom) * Math.sqrt(a + b);
  return { difference, low: difference - reach, high: difference + reach };
};
