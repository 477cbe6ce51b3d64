import { addDays, addMonths, firstOfMonth, type LocalDate } from '../../shared/local-date.js';

/** Complete months that late registration may still change, until a source's own curve says otherwise (definitions 2.5). */
const PROVISIONAL_MONTHS = 2;

/**
 * Which of these months are provisional: the source's last two complete months, and every month after them.
 *
 * @param months first days of months
 * @param knownUntil the last day that the sources have told of; null when none has told anything
 */
export const provisionalMonths = (
  months: readonly LocalDate[],
  knownUntil: LocalDate | null,
): LocalDate[] => {
  if (knownUntil === null) return [...months];
  const firstIncomplete = firstOfMonth(addDays(knownUntil, 1));
  const firstProvisional = addMonths(firstIncomplete, -PROVISIONAL_MONTHS);
  return months.filter((month) => month >= firstProvisional);
};
