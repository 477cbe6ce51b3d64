import { codeReader } from '../../absence/import/domain/codes.js';
import { PAYROLL_CODES } from './payroll-codes.js';

describe('payroll codes of the demonstration', () => {
  it('are understood by the import without a mapping', () => {
    const read = codeReader({});
    const kinds = Object.entries(PAYROLL_CODES).map(([name, { code, text }]) => [name, read(code, text)]);
    expect(Object.fromEntries(kinds)).toEqual({
      sickness: 'own-sickness',
      partialSickness: 'partial-sickness',
      workInjury: 'work-injury',
      section56: 'section-56',
      partialSection56: 'section-56-partial',
      pregnancyRelated: 'pregnancy-related',
      childFirstDay: 'child-first-day',
      childSecondDay: 'child-second-day',
    });
  });
});
