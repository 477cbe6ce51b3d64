import type { SpellKind } from '../../absence/index.js';
import { addDays, daysBetween, later, type LocalDate } from '../../shared/local-date.js';
import { isWorkingDay, workingDayAfter } from '../../shared/working-days.js';
import { DAY_OF_MOMENT, type Moment } from './programme.js';

/** Days that a new employee was on leave, both included. */
export interface Leave {
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
}

/** Absence that pauses an introduction: never sickness, and only when it is long. */
export const LEAVE_KINDS = ['parental-leave', 'other'] as const satisfies readonly SpellKind[];
export const LEAST_LEAVE = 14;

/** Working days that whoever learns late of an employment has for the steps that ought to be done by then. */
export const DAYS_TO_CATCH_UP = 3;

const workingDayUntil = (day: LocalDate): LocalDate =>
  isWorkingDay(day) ? day : workingDayUntil(addDays(day, -1));

/**
 * The working day that day `day` of an employment is seen to on: the last one up to it, so that a step of day 30 is never
 * due on day 31; but of what belongs to the employment none before its first working day.
 */
export const plannedOnDay = (startsOn: LocalDate, day: number): LocalDate => {
  const wanted = workingDayUntil(addDays(startsOn, day - 1));
  return day === 0 ? wanted : later(wanted, workingDayAfter(startsOn, 0));
};

export const plannedOn = (startsOn: LocalDate, moment: Moment): LocalDate =>
  plannedOnDay(startsOn, DAY_OF_MOMENT[moment]);

const lengthOf = ({ firstOn, lastOn }: Leave): number => daysBetween(firstOn, lastOn) + 1;

/**
 * A planned day moved by the days of leave before it. Leaves are given in order and do not overlap; one that begins
 * only after the day it would move, as moved so far, leaves it where it is.
 */
export const movedByLeave = (planned: LocalDate, leaves: readonly Leave[]): LocalDate => {
  const moved = leaves.reduce(
    (day, leave) => (leave.firstOn <= day ? addDays(day, lengthOf(leave)) : day),
    planned,
  );
  return moved === planned ? planned : workingDayAfter(moved, 0);
};

/**
 * When a step is due: as planned, later by the days of leave, and never before those who do it have had a few working
 * days since the product learned of the employment.
 */
export const dueOn = (
  planned: LocalDate,
  { leaves, begunOn }: { readonly leaves: readonly Leave[]; readonly begunOn: LocalDate },
): LocalDate => later(movedByLeave(planned, leaves), workingDayAfter(begunOn, DAYS_TO_CATCH_UP));
