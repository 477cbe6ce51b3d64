import type { EffectCell, EffectPlan } from '../effect/domain/effect-plan.js';
import type { EffectEstimate } from '../effect/domain/estimate-effect.js';
import type { TrialAnswer, TrialGrounds, TrialQuestion } from '../lab/domain/trial.js';
import type { EstimateSources } from '../settlement/domain/estimates.js';
import type { Estimates } from '../settlement/domain/settling-of.js';

/** What takes seconds, each from one argument, so that a thread can work it out; it loads what it needs and no more. */

export const effect = async (of: {
  readonly plan: EffectPlan;
  readonly cells: readonly EffectCell[];
}): Promise<EffectEstimate> => {
  const { estimateEffect } = await import('../effect/domain/estimate-effect.js');
  return estimateEffect(of.plan, of.cells);
};

export const estimates = async (of: EstimateSources): Promise<Estimates> => {
  const { estimatesOf } = await import('../settlement/domain/estimates.js');
  return estimatesOf(of);
};

export const trial = async (of: {
  readonly question: TrialQuestion;
  readonly grounds: TrialGrounds;
}): Promise<TrialAnswer> => {
  const { answerTrial } = await import('../lab/domain/trial.js');
  return answerTrial(of.question, of.grounds);
};
