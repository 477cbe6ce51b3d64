import { lastOfMonth, localDate } from '../../shared/local-date.js';
import { simulate } from '../simulator/simulator.js';
import type { Simulation } from '../simulator/simulation.js';
import { danishDate, danishNumber } from './csv.js';
import { payrollCode } from './payroll-codes.js';
import { bytesOf, payrollFiles, type PayrollFile } from './payroll-files.js';

const endOn = localDate('2026-11-20');
const simulation = simulate({ seed: 2026, endOn });
const municipal = [...payrollFiles(simulation, 0)];
const ofKind = (files: readonly PayrollFile[], kind: PayrollFile['kind']): PayrollFile[] =>
  files.filter((file) => file.kind === kind);

const rowsOf = (file: PayrollFile): Record<string, string>[] => {
  const [header = '', ...lines] = file.content.trimEnd().split('\r\n');
  const names = header.split(';');
  return lines.map((line) =>
    Object.fromEntries(line.split(';').map((field, index) => [names[index] ?? '', field])),
  );
};
const identity = (row: Record<string, string>): string =>
  [row['Tjenestenr'], row['Fraværskode'], row['Fra']].join(' ');

/** What an importer holds after all files: the last version of each row. */
const merged = (files: readonly PayrollFile[], key: (row: Record<string, string>) => string) =>
  new Map(files.flatMap(rowsOf).map((row) => [key(row), row]));

const spellRows = ({ spells, employments }: Simulation, employer: number) =>
  spells
    .filter(({ employment }) => employments[employment]?.employer === employer)
    .flatMap((spell) =>
      spell.steps.map((step, index) => ({
        key: [
          employments[spell.employment]?.number,
          payrollCode(spell.cause, step.degree).code,
          danishDate(step.from),
        ].join(' '),
        from: step.from,
        to: (spell.steps[index + 1]?.from ?? spell.to + 1) - 1,
        degree: step.degree,
      })),
    );

describe('payroll files', () => {
  it('come as one roster and one absence file a month, the last as of today', () => {
    expect(municipal.map(({ kind }) => kind).slice(0, 4)).toEqual([
      'roster',
      'absences',
      'roster',
      'absences',
    ]);
    const dates = ofKind(municipal, 'absences').map(({ dataAsOf }) => dataAsOf);
    expect(dates).toHaveLength(48);
    expect(dates.slice(0, -1).every((date) => date === lastOfMonth(date))).toBe(true);
    expect([dates[0], dates.at(-1)]).toEqual(['2022-12-31', endOn]);
    expect(municipal.at(-1)?.name).toBe('fravaer-2026-11.csv');
  });

  it('have the headers of a Danish payroll', () => {
    expect(municipal[0]?.content.split('\r\n')[0]).toBe(
      'Tjenestenr;Navn;Enhed;Stilling;Ansat fra;Ansat til;Timer pr. uge;Leder;Gælder fra',
    );
    expect(municipal[1]?.content.split('\r\n')[0]).toBe(
      'Tjenestenr;Fraværskode;Fraværsårsag;Fra;Til;Grad;Registreret',
    );
  });

  it('name a row once in a file and never tell of a day after the data', () => {
    for (const file of ofKind(municipal, 'absences')) {
      const rows = rowsOf(file);
      expect(new Set(rows.map(identity)).size).toBe(rows.length);
      const dates = rows.flatMap((row) => [row['Fra'], row['Til'], row['Registreret']]).filter(Boolean);
      const iso = dates.map((date) => date?.split('-').reverse().join('-') ?? '');
      expect(iso.every((date) => date <= file.dataAsOf)).toBe(true);
    }
  });

  it('lead, row by row, to the spells that were simulated', () => {
    const known = merged(ofKind(municipal, 'absences'), identity);
    const simulated = spellRows(simulation, 0);
    const ended = simulated.filter(({ to }) => to < simulation.end - 45);
    const wrong = ended.filter(({ key, to, degree }) => {
      const row = known.get(key);
      return row?.['Til'] !== danishDate(to) || row['Grad'] !== (degree === 100 ? '' : danishNumber(degree));
    });
    expect(wrong).toEqual([]);
    const keys = new Set(simulated.map(({ key }) => key));
    expect([...known.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });

  it('never leave an earlier row of a person open once a later one is told', () => {
    const known = new Map<string, Record<string, string>>();
    for (const file of ofKind(municipal, 'absences')) {
      for (const row of rowsOf(file)) known.set(identity(row), row);
      const open = [...known.values()].filter((row) => row['Til'] === '');
      expect(new Set(open.map((row) => row['Tjenestenr'])).size).toBe(open.length);
    }
    const openToday = [...known.values()].filter((row) => row['Til'] === '');
    expect(openToday.length).toBeGreaterThan(20);
    expect(openToday.some((row) => row['Fra'] === '20-11-2026')).toBe(true);
  });

  it('register a tenth of the rows only in the month after', () => {
    const first = new Map<string, Record<string, string>>();
    for (const row of ofKind(municipal, 'absences').flatMap(rowsOf)) {
      if (!first.has(identity(row))) first.set(identity(row), row);
    }
    const late = [...first.values()].filter((row) => {
      const [, month] = (row['Fra'] ?? '').split('-');
      const [day, registeredMonth] = (row['Registreret'] ?? '').split('-');
      return month !== registeredMonth && Number(day) > 3;
    });
    expect(late.length / first.size).toBeGreaterThan(0.05);
    expect(late.length / first.size).toBeLessThan(0.15);
  });

  it('tell everyone in the first roster and then only what changed', () => {
    const [first, ...later] = ofKind(municipal, 'roster').map((file) => rowsOf(file).length);
    expect(first).toBeGreaterThan(900);
    expect(Math.max(...later)).toBeLessThan(200);
  });

  it('know of every employment its unit, hours, leader and end', () => {
    const rows = ofKind(municipal, 'roster').flatMap(rowsOf);
    const latest = new Map(rows.map((row) => [row['Tjenestenr'], row]));
    const own = simulation.employments.filter(({ employer }) => employer === 0);
    expect(latest.size).toBe(own.length);
    for (const { number, to, terms } of own) {
      const last = terms.at(-1);
      const row = latest.get(number);
      expect(row).toMatchObject({
        Enhed: simulation.teams[last?.team ?? 0]?.path,
        'Timer pr. uge': danishNumber(last?.weeklyHours ?? 0),
        'Ansat til': danishDate(to),
      });
      expect(row?.['Leder'] === '' || latest.has(row?.['Leder'])).toBe(true);
    }
    expect(rows.some((row) => row['Gælder fra'] !== '')).toBe(true);
  });

  it('can name everyone every month', () => {
    const full = ofKind([...payrollFiles(simulation, 1, { roster: 'full' })], 'roster');
    expect(Math.min(...full.map((file) => rowsOf(file).length))).toBeGreaterThan(230);
  });

  it('are written in the encodings Danish payrolls use', () => {
    const [roster] = municipal;
    const [firm] = payrollFiles(simulation, 1);
    if (!roster || !firm) throw new Error('no files');
    // Gælder: æ is E6 in Windows-1252.
    expect(bytesOf(roster).includes(Buffer.from([0x47, 0xe6, 0x6c]))).toBe(true);
    expect(bytesOf(firm).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytesOf(firm).subarray(3).toString('utf8')).toBe(firm.content);
    expect(Buffer.from(roster.content, 'latin1')).toEqual(bytesOf(roster));
  });

  it('are the same for the same simulation', () => {
    expect([...payrollFiles(simulate({ seed: 2026, endOn }), 0)]).toEqual(municipal);
  });
});
