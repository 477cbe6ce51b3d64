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

/** Estimates by indicator, in the order of the plans. */
export const estimatesOf = ({ snapshot, plans }: EstimateSources): Estimates =>
  Object.fromEntries(
    plans.map(({ plan }) => {
      const cells = snapshot.indicators.find(({ id }) => id === plan.indicator)?.cells ?? [];
      const { lines: _lines, ...estimate } = estimateEffect(plan, cells);
      return [plan.indicator, estimate];
    }),
  );
