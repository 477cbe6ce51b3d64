import { at, type Numbers } from './vector.js';

/** The places of p-values from the smallest to the largest. */
const ascending = (ps: Numbers): number[] =>
  Array.from({ length: ps.length }, (_, place) => place).sort((one, other) => at(ps, one) - at(ps, other));

/**
 * Holm 1979: p-values such that calling those below α effects makes any false call with probability α at most,
 * however the tests hang together. In the order given.
 */
export const holm = (ps: Numbers): number[] => {
  const adjusted = new Array<number>(ps.length).fill(NaN);
  let least = 0;
  for (const [rank, place] of ascending(ps).entries()) {
    least = Math.max(least, Math.min(1, (ps.length - rank) * at(ps, place)));
    adjusted[place] = least;
  }
  return adjusted;
};

/**
 * Benjamini and Hochberg 1995: p-values such that of those below α a share of α at most is expected to be false, for
 * independent or positively dependent tests. In the order given.
 */
export const benjaminiHochberg = (ps: Numbers): number[] => {
  const adjusted = new Array<number>(ps.length).fill(NaN);
  let most = 1;
  for (const [fromLast, place] of ascending(ps).toReversed().entries()) {
    most = Math.min(most, (ps.length / (ps.length - fromLast)) * at(ps, place));
    adjusted[place] = most;
  }
  return adjusted;
};
