import { daysBetween, type LocalDate } from '../../shared/local-date.js';

/** Days before a certificate's last one on which its administrators are written to; 0 is the last day itself. */
const TOLD_AT: readonly number[] = [60, 30, 14, 7, 3, 1, 0];

/** Whether administrators are told today of a certificate that ends on a day: now and then at first, often at last. */
export const isToldOf = (lastDay: LocalDate, today: LocalDate): boolean =>
  TOLD_AT.includes(daysBetween(today, lastDay));
