import type { Atoms } from './atoms.js';
import type { ChangeTells } from './difference.js';
import type { Judge } from './judge.js';
import type { DisclosureLimits } from './limits.js';

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}
export type ShareOf = (atoms: Atoms) => Share;

/** The rule for shares (definitions 6.2): a share of fewer than ten is no share. */
export const shareJudge = (shareOf: ShareOf, limits: DisclosureLimits): Judge => ({
  reason: (atoms) => {
    const { denominator } = shareOf(atoms);
    if (denominator === 0) return 'nothing';
    return denominator < limits.shareBase ? 'small-base' : null;
  },
  size: (atoms) => shareOf(atoms).denominator,
});

/** A share issued again may differ from its earlier release by nothing or by enough in its denominator. */
export const shareChangeTells =
  (shareOf: ShareOf, limits: DisclosureLimits): ChangeTells =>
  (_overlap, earlier) => {
    const { numerator, denominator } = shareOf(earlier.atoms);
    const more = Math.abs(denominator - (earlier.amounts[1] ?? 0));
    return more < limits.shareBase && (more > 0 || numerator !== earlier.amounts[0]);
  };
