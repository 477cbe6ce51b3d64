import { addDays, addMonths, firstOfMonth, type LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';

/** Months after which late registrations no longer change a figure (definitions 2.5). */
const PROVISIONAL_MONTHS = 2;

const quarterFrom = (from: LocalDate): Period => ({ from, to: addDays(addMonths(from, 3), -1) });

const isFirstOfQuarter = (month: LocalDate): boolean => Number(month.slice(5, 7)) % 3 === 1;

/**
 * The newest calendar quarters that are final by what is known, the oldest first: fixed cuts, so that no figure can be
 * taken from another that overlaps it.
 *
 * @param knownUntil the last day that every source of the employer has told of
 * @param recordedFrom the first month with absence recorded
 */
export const finalQuarters = (knownUntil: LocalDate, recordedFrom: LocalDate, most: number): Period[] => {
  const quarters: Period[] = [];
  // The month after the last one that is over and final.
  let month = addMonths(firstOfMonth(addDays(knownUntil, 1)), -PROVISIONAL_MONTHS);
  while (quarters.length < most && addMonths(month, -3) >= recordedFrom) {
    if (isFirstOfQuarter(month)) quarters.unshift(quarterFrom(addMonths(month, -3)));
    month = addMonths(month, -1);
  }
  return quarters;
};
