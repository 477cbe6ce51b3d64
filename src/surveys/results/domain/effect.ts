import type { FrozenScale } from './frozen.js';
import { changeBetween, type Change } from './estimate.js';
import { directionOf, type ChangeRule } from './drop.js';

export const PLAN_STATUSES = ['planned', 'under-way', 'done', 'dropped'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** How a plan's scale has moved since the round that the plan was made on. */
export interface PlanEffect extends Change {
  readonly from: number;
  readonly to: number;
  readonly direction: 'better' | 'worse' | null;
}

type Cell = Pick<FrozenScale, 'answers' | 'mean' | 'spread'>;

const shown = ({ answers, mean, spread }: Cell) =>
  answers === null || mean === null || spread === null ? null : { answers, mean, spread };

/** From what both rounds show; null where either hides it. What else happened between them is not known to it. */
export const effectOf = (before: Cell | null, now: Cell | null, rule: ChangeRule): PlanEffect | null => {
  const [from, to] = [before && shown(before), now && shown(now)];
  const change = from && to && changeBetween(to, from);
  if (!from || !to || !change) return null;
  return { ...change, from: from.mean, to: to.mean, direction: directionOf(change, rule) };
};

/** Whether a plan that nobody has ended is past its day. */
export const isOverdue = (
  { status, dueOn }: { readonly status: PlanStatus; readonly dueOn: string },
  today: string,
): boolean => (status === 'planned' || status === 'under-way') && dueOn < today;
