import { addDays, type LocalDate } from '../../shared/local-date.js';
import { workingDayAfter } from '../../shared/working-days.js';
import type { Rule } from './rules.js';

/** Calendar days to act on a window rule (definitions 4.6). */
export const DAYS_TO_ACT_ON_A_WINDOW = 7;

/**
 * The last day on which acting is in time (definitions 4.6, 4.8): a contact day itself or the next working day, seven
 * calendar days after raising for a window rule, the day of the statute for a deadline.
 *
 * @param firstOn first day of the spell; for a window rule it plays no part
 */
export const dueOn = (rule: Rule, firstOn: LocalDate, raisedOn: LocalDate): LocalDate => {
  switch (rule.kind) {
    case 'contact-day':
      return workingDayAfter(addDays(firstOn, rule.day - 1), 0);
    case 'deadline':
      return addDays(firstOn, rule.deadline.daysAfterFirst);
    default:
      return addDays(raisedOn, DAYS_TO_ACT_ON_A_WINDOW);
  }
};

/** Working days that consultants have to take a signal before it goes to the team lead (definitions 4.2). */
export const WORKING_DAYS_UNCLAIMED = 2;
