import { localDate } from '../../../shared/local-date.js';
import type { RosterField } from './fields.js';
import { mappedFields } from './mapping.js';
import { rosterDecoder, unitPathOf } from './roster-row.js';

type Cells = Partial<Record<RosterField, string>>;
const WHOLE: Cells = {
  employeeNumber: '00001',
  name: 'Medarbejder 001',
  unit: 'Ældreområdet/Hjemmepleje Syd',
  jobGroup: 'Pædagog',
  from: '01-01-1981',
  to: '31-12-1991',
  weeklyHours: '32,00',
};

const decode = (cells: Cells) => {
  const columns = Object.keys(cells);
  const mapping = { columns: Object.fromEntries(columns.map((column) => [column, column])), codes: {} };
  return rosterDecoder(
    mappedFields('roster', mapping, columns),
    localDate('2026-06-30'),
  )(Object.values(cells));
};

describe('reading a row of a roster', () => {
  it('reads what a Danish payroll writes', () => {
    expect(decode({ ...WHOLE, manager: '00007', validFrom: '01.03.85' })).toEqual({
      employeeNumber: '00001',
      personKey: null,
      name: 'Medarbejder 001',
      unitPath: ['Ældreområdet', 'Hjemmepleje Syd'],
      jobGroup: 'Pædagog',
      from: '1981-01-01',
      to: '1991-12-31',
      weeklyHours: 32,
      manager: '00007',
      validFrom: '1985-03-01',
      cpr: null,
      phone: null,
      email: null,
      remark: null,
    });
  });

  it('reads private data of the right form, and remarks on a CPR number that cannot be', () => {
    expect(
      decode({ ...WHOLE, cpr: '010180-1234', phone: '+45 12 34 56 78', email: 'aase@example.dk' }),
    ).toMatchObject({ cpr: '0101801234', phone: '+45 12 34 56 78', email: 'aase@example.dk', remark: null });
    expect(decode({ ...WHOLE, cpr: '320180-1234', phone: 'ingen', email: 'ingen' })).toMatchObject({
      cpr: null,
      phone: null,
      email: null,
      remark: 'cpr-unreadable',
    });
  });

  it('takes an empty or endless last day for an employment that goes on', () => {
    expect(decode({ ...WHOLE, to: '' })).toMatchObject({ to: null });
    expect(decode({ ...WHOLE, to: '31-12-9999' })).toMatchObject({ to: null });
  });

  it.each([
    ['37:00', 37, null],
    ['18,5', 18.5, null],
    ['', 37, 'hours-assumed'],
    ['0,00', 37, 'hours-assumed'],
  ])('reads weekly hours of "%s" as %d', (weeklyHours, hours, remark) => {
    expect(decode({ ...WHOLE, weeklyHours })).toMatchObject({ weeklyHours: hours, remark });
  });

  it.each<[Cells, string, string]>([
    [{ employeeNumber: '' }, 'missing-field', 'employeeNumber'],
    [{ name: ' ' }, 'missing-field', 'name'],
    [{ unit: '' }, 'missing-field', 'unit'],
    [{ unit: 'A//B' }, 'unit-unreadable', 'unit'],
    [{ from: '' }, 'missing-field', 'from'],
    [{ from: 'x' }, 'date-unreadable', 'from'],
    [{ to: '31-12-1980' }, 'reversed-dates', 'to'],
    [{ to: '31-12-19911' }, 'year-absurd', 'to'],
    [{ validFrom: '1.1' }, 'date-unreadable', 'validFrom'],
    [{ weeklyHours: 'fuld' }, 'number-unreadable', 'weeklyHours'],
    [{ weeklyHours: '-3' }, 'number-unreadable', 'weeklyHours'],
    [{ weeklyHours: '160,33' }, 'hours-absurd', 'weeklyHours'],
  ])('refuses %j: %s', (cells, fault, field) => {
    expect(decode({ ...WHOLE, ...cells })).toEqual({ fault, field });
  });

  it('cuts a path where its parts meet', () => {
    expect(unitPathOf(' Børn og  Unge / Skolen på Højen ')).toEqual(['Børn og Unge', 'Skolen på Højen']);
    expect(unitPathOf('Direktion')).toEqual(['Direktion']);
    expect(unitPathOf('A/')).toBeNull();
    expect(unitPathOf('a/b/c/d/e/f/g/h/i')).toBeNull();
  });
});
