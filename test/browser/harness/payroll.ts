import { addDays, firstOfMonth, localDate, type LocalDate } from '../../../src/shared/local-date.js';

/** Who has a part to play; everybody else only fills the workplaces. */
export const LEADER = { number: '10001', name: 'Line Juhl' } as const;
export const OFTEN_ILL = { number: '10002', name: 'Ole Ærø' } as const;
export const LONG_ILL = { number: '10003', name: 'Lis Østergård' } as const;
export const WORKPLACES = ['Plejecenter Åparken', 'Skolen ved Fjorden'] as const;
const TEAM_SIZE = 30;
export const STAFF = WORKPLACES.length * TEAM_SIZE;

const danish = (day: LocalDate): string => day.split('-').reverse().join('-');
const csv = (lines: readonly (readonly string[])[]): string =>
  lines.map((fields) => `${fields.join(';')}\r\n`).join('');

interface Member {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
}

const members = (): Member[] =>
  WORKPLACES.flatMap((workplace, place) =>
    Array.from({ length: TEAM_SIZE }, (_, index) => {
      const number = String(10001 + place * TEAM_SIZE + index);
      const played = [LEADER, OFTEN_ILL, LONG_ILL].find((one) => one.number === number);
      return {
        number,
        name: played?.name ?? `Medarbejder ${number}`,
        unit: `${workplace}/Team ${1 + (index % 2)}`,
      };
    }),
  );

/** A roster as a Danish payroll sends it. */
export const rosterFile = (): string =>
  csv([
    ['Tjenestenr', 'Navn', 'Enhed', 'Stilling', 'Ansat fra', 'Ansat til', 'Timer pr. uge', 'Leder'],
    ...members().map(({ number, name, unit }) => [
      number,
      name,
      unit,
      'Pædagog',
      '01-01-2020',
      '',
      '32,5',
      number === LEADER.number ? '' : LEADER.number,
    ]),
  ]);

export const ABSENCES = 3 + 1 + (STAFF - 3);

/** Absences up to today: one of the staff ill three times in half a year, one still ill, the others once. */
export const absenceFile = (today: LocalDate): string => {
  const row = (number: string, from: number, to: number | null): string[] => [
    number,
    '790',
    'Sygdom',
    danish(addDays(today, -from)),
    to === null ? '' : danish(addDays(today, -to)),
  ];
  const others = members().filter(
    ({ number }) => ![LEADER, OFTEN_ILL, LONG_ILL].some((one) => one.number === number),
  );
  return csv([
    ['Tjenestenr', 'Fraværskode', 'Fraværsårsag', 'Fra', 'Til'],
    row(OFTEN_ILL.number, 130, 128),
    row(OFTEN_ILL.number, 80, 79),
    row(OFTEN_ILL.number, 12, 10),
    row(LONG_ILL.number, 16, null),
    ...others.map(({ number }, index) => row(number, 100 + 3 * index, 98 + 3 * index)),
  ]);
};

/** The first day of the calendar quarter some quarters before that of a day. */
export const quarterBefore = (day: LocalDate, quarters: number): LocalDate => {
  const index = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3) - quarters;
  const month = (index % 4) * 3 + 1;
  return firstOfMonth(localDate(`${Math.floor(index / 4)}-${String(month).padStart(2, '0')}-01`));
};
