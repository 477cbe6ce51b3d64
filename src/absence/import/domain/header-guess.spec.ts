import { guessColumns } from './header-guess.js';

describe('guessing columns', () => {
  it('knows the Danish names of a roster', () => {
    const columns = [
      'Tjenestenr',
      'Navn',
      'Enhed',
      'Stilling',
      'Ansat fra',
      'Ansat til',
      'Timer pr. uge',
      'Leder',
      'Gælder fra',
    ];
    expect(guessColumns('roster', columns)).toEqual({
      employeeNumber: 'Tjenestenr',
      name: 'Navn',
      unit: 'Enhed',
      jobGroup: 'Stilling',
      from: 'Ansat fra',
      to: 'Ansat til',
      weeklyHours: 'Timer pr. uge',
      manager: 'Leder',
      validFrom: 'Gælder fra',
    });
  });

  it('knows the Danish names of absences', () => {
    const columns = [
      'Tjenestenr',
      'Fraværskode',
      'Fraværsårsag',
      'Fra',
      'Til',
      'Grad',
      'Registreret',
      'Timer',
    ];
    expect(guessColumns('absences', columns)).toEqual({
      employeeNumber: 'Tjenestenr',
      code: 'Fraværskode',
      cause: 'Fraværsårsag',
      from: 'Fra',
      to: 'Til',
      degree: 'Grad',
      registered: 'Registreret',
      hours: 'Timer',
    });
  });

  it('knows English names', () => {
    expect(
      guessColumns('roster', [
        'Employee number',
        'Name',
        'Department',
        'Job title',
        'Hire date',
        'Termination date',
        'Hours per week',
        'Manager',
      ]),
    ).toEqual({
      employeeNumber: 'Employee number',
      name: 'Name',
      unit: 'Department',
      jobGroup: 'Job title',
      from: 'Hire date',
      to: 'Termination date',
      weeklyHours: 'Hours per week',
      manager: 'Manager',
    });
    expect(
      guessColumns('absences', ['employee_id', 'absence type', 'start_date', 'end_date', 'percentage']),
    ).toEqual({
      employeeNumber: 'employee_id',
      code: 'absence type',
      from: 'start_date',
      to: 'end_date',
      degree: 'percentage',
    });
  });

  it.each([
    ['MEDARBEJDERNR.', 'employeeNumber'],
    ['Lønnr', 'employeeNumber'],
    ['MedarbejderNummer', 'employeeNumber'],
    ['Fraværsdato fra', 'from'],
    ['Dato_til', 'to'],
    ['Fravær %', 'degree'],
    ['Kalenderdage', 'days'],
    ['Registreringsdato', 'registered'],
  ])('takes %s for %s', (column, field) => {
    expect(guessColumns('absences', [column])).toEqual({ [field]: column });
  });

  it('gives a column to one field and a field to one column, the best fit first', () => {
    expect(guessColumns('roster', ['Fra', 'Ansat fra', 'Timer', 'Leder navn', 'Navn'])).toMatchObject({
      from: 'Ansat fra',
      name: 'Navn',
      manager: 'Leder navn',
    });
  });

  it('says nothing about names it does not know', () => {
    expect(guessColumns('absences', ['1', '2', 'Bemærkning', 'Saldo'])).toEqual({});
  });
});
