import type { Wording } from '../../instruments/domain/instrument.js';
import { addDays, daysBetween, type LocalDate } from '../../../shared/local-date.js';

/** Once; again every so many weeks; new employees as they come; or the workplace assessment that the law wants. */
export const ROUND_KINDS = ['once', 'pulse', 'newcomers', 'apv'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export const ROUND_STATES = ['planned', 'open', 'closed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** How an invited person gets the link, the first that can be had; who has no address gets a letter. */
export const CHANNELS = ['mail', 'sms', 'letter', 'kiosk'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whom a round asks. Nothing named is everybody. */
export interface Population {
  readonly unitIds: readonly string[];
  readonly jobGroups: readonly string[];
  /** Whole months since the employment began: from, and before. */
  readonly tenureFrom: number | null;
  readonly tenureTo: number | null;
}

/** What a round is made of. */
export interface RoundPlan extends Population {
  readonly kind: RoundKind;
  readonly title: Wording;
  readonly everyWeeks: number | null;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly channels: readonly Channel[];
  readonly minimum: number;
}

export const stateOf = (round: {
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}): RoundState => {
  if (round.closedAt !== null) return 'closed';
  return round.openedAt === null ? 'planned' : 'open';
};

/** When the next round of a pulse opens and closes: as long open as this one; null for other kinds. */
export const nextOf = (
  round: Pick<RoundPlan, 'kind' | 'everyWeeks' | 'opensOn' | 'closesOn'>,
): Pick<RoundPlan, 'opensOn' | 'closesOn'> | null => {
  if (round.kind !== 'pulse' || round.everyWeeks === null) return null;
  const opensOn = addDays(round.opensOn, 7 * round.everyWeeks);
  return { opensOn, closesOn: addDays(opensOn, daysBetween(round.opensOn, round.closesOn)) };
};

export const PLAN_FAULTS = ['closes-first', 'every-weeks', 'overlapping', 'tenure'] as const;
export type PlanFault = (typeof PLAN_FAULTS)[number];

/** What is wrong with a plan, or null. A pulse is over before the next one opens. */
export const planFault = (plan: RoundPlan): PlanFault | null => {
  if (plan.closesOn < plan.opensOn) return 'closes-first';
  if ((plan.kind === 'pulse') !== (plan.everyWeeks !== null)) return 'every-weeks';
  const next = nextOf(plan);
  if (next !== null && next.opensOn <= plan.closesOn) return 'overlapping';
  if (plan.tenureFrom !== null && plan.tenureTo !== null && plan.tenureFrom >= plan.tenureTo) return 'tenure';
  return null;
};
