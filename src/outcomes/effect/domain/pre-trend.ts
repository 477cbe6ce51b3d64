import type { ChosenCell } from './chosen-cells.js';
import type { EffectCell, EffectPlan } from './effect-plan.js';
import { chooseCells } from './chosen-cells.js';
import { monthAt, monthNumber } from './month.js';
import { ratioEffect } from './ratio-effect.js';

/** Below it trends before are said to have differed. Passing is no proof: with few workplaces only large ones are seen. */
const APART = 0.1;

/** What stands beside an estimate is drawn for less often: it is read, not paid by. */
export const BESIDE_DRAWS = 1999;

export interface PreTrend {
  /** How the arms' ratio changed within the baseline, where nothing should have changed it. */
  readonly ratio: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number;
  readonly apart: boolean;
}

/** The halves of the baseline, whole years where it has two, so that seasons meet themselves. */
const halves = ({ baseline }: EffectPlan): EffectPlan['period'] | null => {
  const [from, to] = [monthNumber(baseline.from), monthNumber(baseline.to)];
  const months = to - from + 1;
  return months < 2 ? null : { from: monthAt(from + Math.floor(months / 2)), to: baseline.to };
};

/**
 * The same estimate made of the baseline alone, its second half for after: a comparison that drifted already before
 * the contract is no comparison.
 */
export const preTrend = (plan: EffectPlan, cells: readonly EffectCell[]): PreTrend | null => {
  const second = halves(plan);
  if (!second) return null;
  const first = { from: plan.baseline.from, to: monthAt(monthNumber(second.from) - 1) };
  const chosen: readonly ChosenCell[] = chooseCells(
    { ...plan, baseline: first, period: second },
    cells,
  ).cells;
  const { p, ratio } = ratioEffect(chosen, {
    seed: plan.seed,
    draws: Math.min(plan.draws, BESIDE_DRAWS),
    drawnByLot: plan.choice === 'lot',
    confidence: 0.95,
  });
  return { ...ratio, p, apart: p < APART };
};
