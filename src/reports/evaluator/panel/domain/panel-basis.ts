import { addDays, firstOfMonth, lastOfMonth, type LocalDate } from '../../../../shared/local-date.js';
import type { Period } from '../../../../shared/period.js';

export const BASIS_KINDS = ['panel', 'cpr-link'] as const;
/** Rows under pseudonyms; or which CPR number each of them stands for, decided by itself. */
export type BasisKind = (typeof BASIS_KINDS)[number];

/** A processor's agreement (GDPR art. 28), or research and statistics (databeskyttelsesloven § 10). */
export const BASIS_GROUNDS = ['processor-agreement', 'research'] as const;
export type BasisGround = (typeof BASIS_GROUNDS)[number];

export const BASIS_STATES = ['waiting', 'in-force', 'over', 'withdrawn'] as const;
export type BasisState = (typeof BASIS_STATES)[number];

/** Longer than any evaluation of a partnership takes; who needs more asks again. */
export const LONGEST_DAYS = 5 * 366;

export interface DecidedBasis {
  readonly deleteOn: LocalDate;
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** On the day of deletion there is nothing to hand out any more. */
export const stateOfBasis = (basis: DecidedBasis, today: LocalDate): BasisState => {
  if (basis.withdrawnAt) return 'withdrawn';
  if (basis.deleteOn <= today) return 'over';
  return basis.confirmedAt ? 'in-force' : 'waiting';
};

export type BasisFault = 'period-not-whole-months' | 'period-backwards' | 'delete-on-past' | 'delete-on-far';

/** What stands against writing a basis down, with the field at fault. */
export const faultOfBasis = (
  { period, deleteOn }: { readonly period: Period; readonly deleteOn: LocalDate },
  today: LocalDate,
): { readonly field: 'from' | 'to' | 'deleteOn'; readonly code: BasisFault } | null => {
  if (period.from !== firstOfMonth(period.from)) return { field: 'from', code: 'period-not-whole-months' };
  if (period.to !== lastOfMonth(firstOfMonth(period.to)))
    return { field: 'to', code: 'period-not-whole-months' };
  if (period.to < period.from) return { field: 'to', code: 'period-backwards' };
  if (deleteOn <= today) return { field: 'deleteOn', code: 'delete-on-past' };
  if (deleteOn > addDays(today, LONGEST_DAYS)) return { field: 'deleteOn', code: 'delete-on-far' };
  return null;
};
