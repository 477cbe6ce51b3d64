import { addDays, addMonths, firstOfMonth, type LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';

/** How many of the last complete months are not final until a source's own lateness is known (definitions 2.5). */
export const PROVISIONAL_MONTHS = 2;

/** The last month of which every day is known and over; days are named by the first of their month. */
export const lastCompleteMonth = (knownUntil: LocalDate | null, today: LocalDate): LocalDate => {
  const yesterday = addDays(today, -1);
  const known = knownUntil === null || knownUntil > yesterday ? yesterday : knownUntil;
  return firstOfMonth(addDays(firstOfMonth(addDays(known, 1)), -1));
};

/** Whether a month's figures may still change much: the last two complete ones and all that come after. */
export const isProvisional = (month: LocalDate, lastComplete: LocalDate): boolean =>
  month > addMonths(lastComplete, -PROVISIONAL_MONTHS);

/** So many whole months up to and with a month. */
export const monthsUpTo = (lastMonth: LocalDate, months: number): Period => ({
  from: addMonths(lastMonth, 1 - months),
  to: addDays(addMonths(lastMonth, 1), -1),
});
