import { columnNames, decodeMapping, guessMapping, mappedFields, mappingFaults } from './mapping.js';

describe('a mapping of columns', () => {
  it('tells columns apart that are named alike or not at all', () => {
    expect(columnNames(['Dato', 'Dato ', '', 'Kode', 'Dato'])).toEqual([
      'Dato',
      'Dato (2)',
      '#3',
      'Kode',
      'Dato (3)',
    ]);
  });

  it('says what is missing before a file is read', () => {
    const guess = guessMapping('absences', ['Tjenestenr', 'Fra']);
    expect(mappingFaults('absences', guess, ['Tjenestenr', 'Fra'])).toEqual([
      { field: 'code', code: 'field-unmapped' },
      { field: 'to', code: 'field-unmapped' },
    ]);
    const mapping = { columns: { employeeNumber: 'Nr', cause: 'Art', from: 'Fra', days: 'Fra' }, codes: {} };
    expect(mappingFaults('absences', mapping, ['Art', 'Fra'])).toEqual([
      { field: 'employeeNumber', code: 'column-missing' },
      { field: 'days', code: 'column-twice' },
    ]);
  });

  it('gives the places of the columns', () => {
    const mapping = { columns: { from: 'Fra', employeeNumber: 'Nr' }, codes: {} };
    expect(mappedFields('absences', mapping, ['Fra', 'Nr'])).toEqual([
      { field: 'employeeNumber', index: 1 },
      { field: 'from', index: 0 },
    ]);
  });

  it('reads only what can be a mapping', () => {
    expect(
      decodeMapping('roster', {
        columns: { name: 'Navn', code: 'Kode', unit: 7, from: '' },
        codes: { S1: 'work-injury', S2: 'flu' },
        x: 1,
      }),
    ).toEqual({ columns: { name: 'Navn' }, codes: { S1: 'work-injury' } });
    expect(decodeMapping('absences', null)).toEqual({ columns: {}, codes: {} });
    expect(decodeMapping('absences', [1])).toEqual({ columns: {}, codes: {} });
  });
});
