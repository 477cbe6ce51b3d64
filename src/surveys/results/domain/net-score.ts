import { finitePopulation } from './estimate.js';

/** How many would recommend the workplace (9-10 of 10), are in between (7-8) or would not (0-6). */
export interface Recommendations {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

export interface NetScore {
  /** Promoters less detractors, in points of -100 to 100. */
  readonly score: number;
  readonly error: number;
}

/**
 * The share who would recommend less the share who would not, with its standard error (measures 3.2).
 *
 * @param population how many were asked; none for an error without the finite population
 * @throws RangeError where nobody answered
 */
export const netScoreOf = (
  { promoters, passives, detractors }: Recommendations,
  population = Infinity,
): NetScore => {
  const answers = promoters + passives + detractors;
  if (answers < 1) throw new RangeError('nobody answered');
  const [would, wouldNot] = [promoters / answers, detractors / answers];
  const variance = (would + wouldNot - (would - wouldNot) ** 2) / answers;
  const factor = population === Infinity ? 1 : finitePopulation(answers, population);
  return { score: 100 * (would - wouldNot), error: 100 * Math.sqrt(variance) * factor };
};

/** Sorts the answers 0 to 10 by how many gave each. */
export const recommendationsOf = (counts: readonly { readonly value: number; readonly count: number }[]) => {
  const between = (least: number, most: number): number =>
    counts.filter(({ value }) => value >= least && value <= most).reduce((sum, { count }) => sum + count, 0);
  return { promoters: between(9, 10), passives: between(7, 8), detractors: between(0, 6) };
};
