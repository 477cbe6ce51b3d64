import type { Cause } from '../simulator/simulation.js';

export interface PayrollCode {
  readonly code: string;
  readonly text: string;
}

/**
 * Wage-type codes of absence. 790, 590, 526, 525 and 522 are those a Danish municipality publishes for its payroll;
 * none was found for child's days and pregnancy, so these three codes are invented and the text says what they are.
 */
export const PAYROLL_CODES = {
  sickness: { code: '790', text: 'Sygdom' },
  partialSickness: { code: '526', text: 'Delvis sygdom' },
  workInjury: { code: '590', text: 'Arbejdsskade' },
  section56: { code: '525', text: '§ 56 sygdom' },
  partialSection56: { code: '522', text: '§ 56 sygdom, delvis' },
  pregnancyRelated: { code: '795', text: 'Graviditetsbetinget sygdom' },
  childFirstDay: { code: '761', text: 'Barns 1. sygedag' },
  childSecondDay: { code: '762', text: 'Barns 2. sygedag' },
} as const satisfies Record<string, PayrollCode>;

const FULL: Record<Cause, PayrollCode> = {
  sickness: PAYROLL_CODES.sickness,
  'work-injury': PAYROLL_CODES.workInjury,
  'section-56': PAYROLL_CODES.section56,
  'pregnancy-related': PAYROLL_CODES.pregnancyRelated,
  'child-first-day': PAYROLL_CODES.childFirstDay,
  'child-second-day': PAYROLL_CODES.childSecondDay,
};

/** The code a payroll writes for a cause at a degree of absence, in percent. */
export const payrollCode = (cause: Cause, degree: number): PayrollCode => {
  if (degree >= 100) return FULL[cause];
  return cause === 'section-56' ? PAYROLL_CODES.partialSection56 : PAYROLL_CODES.partialSickness;
};
