import { expectedReturn } from '../../../evidence/power.js';
import type { UnitMoments } from './indicator-moments.js';

/** What comes back by itself where units were chosen because they were high. All as shares of the comparison's level. */
export interface Return {
  /** How far the chosen units lay above the others in the year that they were chosen by. */
  readonly excess: number;
  readonly correlation: number;
  /** (1 - ρ) × excess: seen as an effect without there being any. */
  readonly expected: number;
}

const rateOf = (units: readonly UnitMoments[]): number =>
  units.reduce((sum, unit) => sum + unit.second.amount, 0) /
  units.reduce((sum, unit) => sum + unit.second.exposure, 0);

/** @param correlation of a unit's level from year to year, else of a person's @returns null without both arms */
export const returnOf = (
  treated: readonly UnitMoments[],
  compared: readonly UnitMoments[],
  correlation: number,
): Return | null => {
  const level = rateOf(compared);
  if (treated.length === 0 || !(level > 0)) return null;
  const excess = rateOf(treated) / level - 1;
  return { excess, correlation, expected: expectedReturn(Math.max(0, excess), correlation) };
};
