import { isTelling } from '../../../disclosure/index.js';
import type { ContractContent, DecidedFigure } from '../../../partnerships/index.js';
import { sumsOf } from '../../effect/domain/arm-figures.js';
import type { SavedPlan } from './estimates.js';

/** What may be told of a period, and what leaves the house by telling it. */
export interface ToldPlans {
  readonly plans: readonly SavedPlan[];
  readonly figures: readonly DecidedFigure[];
}

/**
 * The plans all of whose sums may leave. One that is only reported hides itself alone; null where one that is paid by
 * would be hidden, or all of them.
 */
export const toldPlans = (
  plans: readonly SavedPlan[],
  decided: readonly DecidedFigure[],
  { payment }: Pick<ContractContent, 'payment'>,
): ToldPlans | null => {
  const hidden = new Set(decided.flatMap(({ key, reason }) => (isTelling(reason) ? [key] : [])));
  const isTold = ({ plan }: SavedPlan): boolean => sumsOf(plan).every(({ key }) => !hidden.has(key));
  const told = plans.filter(isTold);
  const paidBy = payment.terms.filter(({ kind }) => kind === 'effect').map(({ id }) => id);
  const isPaidBy = ({ plan }: SavedPlan): boolean => paidBy.includes(plan.indicator);
  if (told.length === 0 || plans.some((plan) => isPaidBy(plan) && !told.includes(plan))) return null;
  const keys = new Set(told.flatMap(({ plan }) => sumsOf(plan).map(({ key }) => key)));
  // Of one that is hidden nothing is told, not even a sum that might have been.
  return { plans: told, figures: decided.filter(({ key, reason }) => keys.has(key) || isTelling(reason)) };
};
