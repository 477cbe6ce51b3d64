import type { LocalDate } from '../../shared/local-date.js';
import { workingDayAfter } from '../../shared/working-days.js';

/** Working days before a step is due at which it is first reminded of. */
export const REMINDED_BEFORE = 3;

/** The last day whose steps are reminded of today. */
export const remindedUntil = (today: LocalDate): LocalDate => workingDayAfter(today, REMINDED_BEFORE);
