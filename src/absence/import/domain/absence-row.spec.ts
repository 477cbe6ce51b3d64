import { localDate } from '../../../shared/local-date.js';
import { absenceDecoder } from './absence-row.js';
import type { AbsenceField } from './fields.js';
import { mappedFields, type ColumnMapping } from './mapping.js';

const AS_OF = localDate('2026-06-30');
type Cells = Partial<Record<AbsenceField, string>>;
const WHOLE: Cells = { employeeNumber: '00040', code: '790', from: '02-01-2026', to: '05-01-2026' };

const decode = (cells: Cells, codes: ColumnMapping['codes'] = {}) => {
  const columns = Object.keys(cells);
  const mapping = { columns: Object.fromEntries(columns.map((column) => [column, column])), codes };
  return absenceDecoder(mapping, mappedFields('absences', mapping, columns), AS_OF)(Object.values(cells));
};

describe('reading a row of absence', () => {
  it('reads what a Danish payroll writes', () => {
    expect(decode({ ...WHOLE, degree: '100,00', registered: '06-01-2026' })).toEqual({
      employeeNumber: '00040',
      code: '790',
      kind: 'own-sickness',
      firstOn: '2026-01-02',
      lastOn: '2026-01-05',
      degree: 1,
      registeredOn: '2026-01-06',
      remark: null,
    });
  });

  it.each([
    ['790', 'own-sickness'],
    ['590', 'work-injury'],
    ['525', 'section-56'],
    ['0790', 'own-sickness'],
    ['1100', 'own-sickness'],
    ['1200', 'child-first-day'],
    ['1300', 'work-injury'],
    ['1400', 'parental-leave'],
    ['Sygdom', 'own-sickness'],
    ['§ 56', 'section-56'],
    ['§56', 'section-56'],
    ['Graviditetsbetinget sygdom (fuld)', 'pregnancy-related'],
    ['Barns 2. sygedag', 'child-second-day'],
    ['work-injury', 'work-injury'],
    ['Omsorgsdage', 'other'],
  ])('takes code %s for %s', (code, kind) => {
    expect(decode({ ...WHOLE, code })).toMatchObject({ code, kind });
  });

  it('lets the employer name own codes, and lets the cause speak where the code is strange', () => {
    expect(decode({ ...WHOLE, code: 'S1' })).toEqual({ fault: 'unknown-code', field: 'code' });
    expect(decode({ ...WHOLE, code: 'S1' }, { s1: 'work-injury' })).toMatchObject({ kind: 'work-injury' });
    expect(decode({ ...WHOLE, code: '790' }, { '790': 'other' })).toMatchObject({ kind: 'other' });
    expect(decode({ ...WHOLE, code: 'S1', cause: 'Arbejdsskade' })).toMatchObject({
      code: 'S1',
      kind: 'work-injury',
    });
    expect(decode({ ...WHOLE, code: '', cause: 'Sygdom' })).toMatchObject({
      code: 'Sygdom',
      kind: 'own-sickness',
    });
  });

  it('makes the kind follow the degree', () => {
    expect(decode({ ...WHOLE, degree: '50' })).toMatchObject({ kind: 'partial-sickness', degree: 0.5 });
    expect(decode({ ...WHOLE, code: '526', degree: '67,57' })).toMatchObject({
      kind: 'partial-sickness',
      degree: 0.676,
    });
    expect(decode({ ...WHOLE, code: '525', degree: '40' })).toMatchObject({
      kind: 'section-56-partial',
      degree: 0.4,
    });
    expect(decode({ ...WHOLE, code: '526' })).toMatchObject({ degree: 0.5, remark: 'degree-assumed' });
  });

  it.each(['', '31-12-9999'])('takes a last day of "%s" for an absence that goes on', (to) => {
    expect(decode({ ...WHOLE, to })).toMatchObject({ lastOn: null });
  });

  it('finds the last day by the number of days', () => {
    const { to: _, ...open } = WHOLE;
    expect(decode({ ...open, days: '4' })).toMatchObject({ lastOn: '2026-01-05' });
    expect(decode({ ...WHOLE, days: '2' })).toMatchObject({ lastOn: '2026-01-05' });
    expect(decode({ ...open, days: '' })).toMatchObject({ lastOn: null });
  });

  it.each<[Cells, string, string]>([
    [{ employeeNumber: ' ' }, 'missing-field', 'employeeNumber'],
    [{ code: '' }, 'missing-field', 'code'],
    [{ from: '' }, 'missing-field', 'from'],
    [{ code: '12345' }, 'unknown-code', 'code'],
    [{ from: '31-02-2026' }, 'date-unreadable', 'from'],
    [{ to: 'senere' }, 'date-unreadable', 'to'],
    [{ from: '02-01-1826' }, 'year-absurd', 'from'],
    [{ to: '05-01-2206' }, 'year-absurd', 'to'],
    [{ to: '01-01-2026' }, 'reversed-dates', 'to'],
    [{ from: '7,40' }, 'hours-as-days', 'from'],
    [{ to: '29,6' }, 'hours-as-days', 'to'],
    [{ degree: '148' }, 'hours-as-days', 'degree'],
    [{ degree: '0' }, 'number-unreadable', 'degree'],
    [{ days: '29,6' }, 'hours-as-days', 'days'],
    [{ days: 'fire' }, 'number-unreadable', 'days'],
    [{ to: '', days: '7,4' }, 'hours-as-days', 'days'],
    [{ registered: 'i går' }, 'date-unreadable', 'registered'],
  ])('refuses %j: %s', (cells, fault, field) => {
    expect(decode({ ...WHOLE, ...cells })).toEqual({ fault, field });
  });
});
