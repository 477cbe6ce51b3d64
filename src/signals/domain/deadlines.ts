import { addDays, localDate, type LocalDate } from '../../shared/local-date.js';

/**
 * A deadline that a statute sets an employer, counted in calendar days from the first day of absence. A change of the
 * law is a further row with dates of its own, never a change of a row.
 */
export interface Deadline {
  readonly name: 'section-7a-talk' | 'section-40-notification';
  readonly clause: string;
  readonly source: string;
  /** Whether the clause as it stands was read in an official text, or rests on secondary sources. */
  readonly verified: boolean;
  /** null: in force before this product's first figures; the exact day is not verified. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly daysAfterFirst: number;
  /** Days after the first day on which to warn, ascending. */
  readonly warnDaysAfterFirst: readonly number[];
  /** No duty for an employee whose last employed day is at most this many days after the first day of absence. */
  readonly exemptWhenLeavingWithin: number | null;
  readonly wagePayersOnly: boolean;
}

/** Definitions 4.8. The sources do not say whether the first day counts; first day + n is the later reading, warnings come before. */
export const DEADLINES: readonly Deadline[] = [
  {
    name: 'section-7a-talk',
    clause: 'sygedagpengeloven § 7 a',
    source: 'https://ft.dk/samling/20081/lovforslag/l165/20081_l165_som_fremsat.htm',
    verified: true,
    validFrom: localDate('2010-01-04'),
    validTo: null,
    daysAfterFirst: 28,
    // Days 14, 21 and 26 of the spell.
    warnDaysAfterFirst: [13, 20, 25],
    exemptWhenLeavingWithin: 56,
    wagePayersOnly: false,
  },
  {
    name: 'section-40-notification',
    clause: 'sygedagpengeloven § 40, stk. 1',
    source: 'https://elov.dk/sygedagpengeloven/paragraf/40',
    verified: true,
    validFrom: null,
    validTo: null,
    daysAfterFirst: 35,
    warnDaysAfterFirst: [23, 28],
    exemptWhenLeavingWithin: null,
    wagePayersOnly: true,
  },
];

/** The deadlines in force for an absence that began on a day. */
export const deadlinesInForce = (
  firstOn: LocalDate,
  employer: { readonly paysWage: boolean },
  packs: readonly Deadline[] = DEADLINES,
): Deadline[] =>
  packs.filter(
    (pack) =>
      (pack.validFrom === null || pack.validFrom <= firstOn) &&
      (pack.validTo === null || firstOn <= pack.validTo) &&
      (employer.paysWage || !pack.wagePayersOnly),
  );

/** Whether the employee leaves so soon that the duty does not arise. */
export const isExempt = (deadline: Deadline, firstOn: LocalDate, lastEmployedOn: LocalDate | null): boolean =>
  deadline.exemptWhenLeavingWithin !== null &&
  lastEmployedOn !== null &&
  lastEmployedOn <= addDays(firstOn, deadline.exemptWhenLeavingWithin);
