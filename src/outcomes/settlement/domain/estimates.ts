import type { EffectPlan } from '../../effect/domain/effect-plan.js';
import { estimateEffect } from '../../effect/domain/estimate-effect.js';
import type { Estimates } from './settling-of.js';
import type { Snapshot } from './snapshot.js';

/** A plan as it was saved, and whether that was before the first day of what it evaluates. */
export interface SavedPlan {
  readonly plan: EffectPlan;
  readonly hash: string;
  readonly savedAt: string;
  readonly preregistered: boolean;
}

export interface EstimateSources {
  readonly snapshot: Pick<Snapshot, 'indicators'>;
  readonly plans: readonly SavedPlan[];
}

/** Estimates by indicator, in the order of the plans; none of an indicator that is hidden, whose cells are not kept. */
export const estimatesOf = ({ snapshot, plans }: EstimateSources): Estimates =>
  Object.fromEntries(
    plans.flatMap(({ plan }) => {
      const told = snapshot.indicators.find(({ id }) => id === plan.indicator);
      if (!told) return [];
      const { lines: _lines, ...estimate } = estimateEffect(plan, told.cells);
      return [[plan.indicator, estimate] as const];
    }),
  );
