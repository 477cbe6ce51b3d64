import { addDays, type LocalDate } from '../../shared/local-date.js';
import type { StepHand } from './programme.js';

/** An employment that began so many days ago has begun without an introduction: none is started any more. */
export const LATEST_START = 60;
/** Who was employed here within so many days before is no new employee. */
export const NEW_AFTER = 183;
/** So many days before the first day an introduction is there to be prepared. */
export const EARLIEST_START = 90;
/** An introduction is over so many days after its last moment, whatever is left of it. */
export const LENGTH = 180;

/**
 * So many days after its last step was due an introduction is over though steps are open: nobody is reminded of them any
 * more, and they count as never done.
 */
export const DAYS_TO_FINISH = 28;

export const JOURNEY_STATES = ['upcoming', 'running', 'paused', 'completed', 'lapsed', 'ended'] as const;
export type JourneyState = (typeof JOURNEY_STATES)[number];

/** An employment as an introduction looks at it. */
export interface Beginning {
  readonly startsOn: LocalDate;
  /** Null: nobody knows when it ends. */
  readonly endsOn: LocalDate | null;
  /** The last day of the person's earlier employments here, `infinity` where one goes on; null without any. */
  readonly earlierUntil: LocalDate | 'infinity' | null;
}

/** Whether an employment is the beginning of an introduction on a day. */
export const beginsOn = ({ startsOn, endsOn, earlierUntil }: Beginning, today: LocalDate): boolean => {
  const inTime = startsOn >= addDays(today, -LATEST_START) && startsOn <= addDays(today, EARLIEST_START);
  const isOver = endsOn !== null && endsOn < today;
  const isNew = earlierUntil === null || earlierUntil < addDays(startsOn, -NEW_AFTER);
  return inTime && !isOver && isNew;
};

export interface Standing {
  readonly startsOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly openSteps: number;
  /** The day that the last of its steps is due on, done or not; null without any. */
  readonly lastDueOn: LocalDate | null;
  readonly onLeave: boolean;
}

/** What an introduction is on a day. */
export const stateOf = (
  { startsOn, endedOn, openSteps, lastDueOn, onLeave }: Standing,
  today: LocalDate,
): JourneyState => {
  if (endedOn !== null && endedOn < today) return 'ended';
  if (openSteps === 0) return 'completed';
  if (lastDueOn !== null && addDays(lastDueOn, DAYS_TO_FINISH) < today) return 'lapsed';
  if (startsOn > today) return 'upcoming';
  return onLeave ? 'paused' : 'running';
};

/** What a move to another unit does: the programme goes on as it is, a buddy goes along only who works there too. */
export const afterMove = (
  unitId: string,
  buddy: { readonly personId: string; readonly unitIds: readonly string[] } | null,
): { readonly unitId: string; readonly buddyPersonId: string | null } => ({
  unitId,
  buddyPersonId: buddy?.unitIds.includes(unitId) === true ? buddy.personId : null,
});

/** Who is asked when a step is overdue: the leader too for what nobody else can be reminded of. */
export type Responsible = 'leader' | 'buddy' | 'hr';

export const responsibleFor = (who: StepHand, hasBuddy: boolean): Responsible => {
  if (who === 'buddy') return hasBuddy ? 'buddy' : 'leader';
  return who === 'hr' ? 'hr' : 'leader';
};
