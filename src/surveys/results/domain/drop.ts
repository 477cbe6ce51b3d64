import type { Change } from './estimate.js';
import { CAUTION_BELOW } from './response.js';

export interface ChangeRule {
  readonly higherIsBetter: boolean;
  /** The smallest change that matters, in points. */
  readonly minimumDifference: number;
}

/** Which way a change points that is no mere chance and large enough to matter; null where it is neither. */
export const directionOf = (
  { difference, low, high }: Change,
  { higherIsBetter, minimumDifference }: ChangeRule,
): 'better' | 'worse' | null => {
  if (low <= 0 && high >= 0) return null;
  if (Math.abs(difference) < minimumDifference) return null;
  return difference > 0 === higherIsBetter ? 'better' : 'worse';
};

/**
 * A drop: for the worse, with an interval that excludes 0, at least the scale's smallest difference that matters, and
 * at least 60 % response in both rounds (definitions 8.6).
 */
export const isDrop = (
  change: Change,
  rule: ChangeRule,
  rates: { readonly now: number; readonly before: number },
): boolean =>
  directionOf(change, rule) === 'worse' && rates.now >= CAUTION_BELOW && rates.before >= CAUTION_BELOW;
