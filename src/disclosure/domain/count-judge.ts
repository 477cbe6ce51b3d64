import type { Atoms } from './atoms.js';
import type { ChangeTells } from './difference.js';
import type { Decisions, FamilyCell } from './family.js';
import type { HiddenPart, Judge } from './judge.js';
import type { DisclosureLimits } from './limits.js';
import type { Reason } from './reason.js';

export type CountOf = (atoms: Atoms) => number;

/** Whether a count prints as "<5". */
export const isSmallCount = (count: number, limits: Pick<DisclosureLimits, 'count'>): boolean =>
  count > 0 && count < limits.count;

/** How a small count prints; null for what is shown, or hidden for another reason. */
export const boundOf = (reason: Reason | null, limits: DisclosureLimits): string | null =>
  reason === 'small-count' ? `<${limits.count}` : null;

/**
 * Whether the hidden parts of a known sum give one of them away. A reader knows of a part printed "<5" that it is
 * 1 to 4, and of one hidden beside it that it is not. Two "<5" that make 8 are 4 and 4.
 *
 * @param sums what the sum may be: one number where it is shown.
 */
export const countsGivenAway = (
  sums: readonly number[],
  small: number,
  others: number,
  limits: DisclosureLimits,
): boolean => {
  if (small === 0) return false;
  const largest = limits.count - 1;
  const reachable = (rest: number): boolean => {
    const [least, most] = [small - 1, (small - 1) * largest];
    const bySmallAlone = rest >= least && rest <= most;
    return bySmallAlone || (others > 0 && rest >= least + limits.count);
  };
  const possible = Array.from({ length: largest }, (_, index) => index + 1).filter((count) =>
    sums.some((sum) => reachable(sum - count)),
  );
  return possible.length < Math.min(2, largest);
};

/** The rule for counts of persons, signals and cases (definitions 6.2), for families of one whole and its parts. */
export const countJudge = (countOf: CountOf, limits: DisclosureLimits): Judge => ({
  reason: (atoms) => (isSmallCount(countOf(atoms), limits) ? 'small-count' : null),
  size: countOf,
  givesAway: (hidden: readonly HiddenPart[]) => {
    const sum = hidden.reduce((total, part) => total + countOf(part.atoms), 0);
    const small = hidden.filter((part) => part.reason === 'small-count').length;
    return countsGivenAway([sum], small, hidden.length - small, limits);
  },
});

/**
 * Where a whole itself prints "<5", so many "<5" parts that each must be 1 settle the whole as well: then it is hidden
 * without a bound.
 */
export const hideSettledWhole = (
  root: FamilyCell,
  decisions: Decisions,
  limits: DisclosureLimits,
): Decisions => {
  if (decisions.get(root.key) !== 'small-count') return decisions;
  const small = root.parts.filter((part) => decisions.get(part.key) === 'small-count').length;
  const sums = Array.from({ length: limits.count - 1 }, (_, index) => index + 1);
  if (!countsGivenAway(sums, small, 0, limits)) return decisions;
  return new Map(decisions).set(root.key, 'complementary');
};

/** A count issued again may differ from its earlier release by nothing or by enough. */
export const countChangeTells =
  (countOf: CountOf, limits: DisclosureLimits): ChangeTells =>
  (_overlap, earlier) =>
    isSmallCount(Math.abs(countOf(earlier.atoms) - (earlier.amounts[0] ?? 0)), limits);
