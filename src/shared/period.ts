import { addDays, addMonths, daysBetween, firstOfMonth, type LocalDate } from './local-date.js';

/** Days from `from` to `to`, both inclusive. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Calendar days in a period; 0 when it ends before it begins. */
export const daysIn = (period: Period): number => Math.max(0, daysBetween(period.from, period.to) + 1);

/** The first day of every month that a period touches, in order. */
export const monthsOf = (period: Period): LocalDate[] => {
  const months: LocalDate[] = [];
  for (let month = firstOfMonth(period.from); month <= period.to; month = addMonths(month, 1))
    months.push(month);
  return months;
};

/** The same months a year earlier (definitions 7.3): 1-29 February becomes 1-28 February. */
export const yearEarlier = (period: Period): Period => ({
  from: addMonths(period.from, -12),
  to: addDays(addMonths(addDays(period.to, 1), -12), -1),
});
