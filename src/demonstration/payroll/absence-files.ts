import type { Day } from '../simulator/calendar.js';
import type { SimulatedSpell, Simulation } from '../simulator/simulation.js';
import { csvOf, danishDate, danishNumber } from './csv.js';
import { fileOf, type FilePeriod } from './file-periods.js';
import { absenceRowsOf, type AbsenceRow } from './registrations.js';

const HEADERS = ['Tjenestenr', 'Fraværskode', 'Fraværsårsag', 'Fra', 'Til', 'Grad', 'Registreret'] as const;

/** What a month's file says of a row. */
interface Entry {
  readonly row: AbsenceRow;
  readonly to: Day | null;
  /** When the row was entered, or in a later file when it was changed. */
  readonly registeredOn: Day;
}

const spellsByEmployment = (simulation: Simulation): ReadonlyMap<number, readonly SimulatedSpell[]> => {
  const groups = new Map<number, SimulatedSpell[]>();
  for (const spell of simulation.spells) {
    const group = groups.get(spell.employment);
    if (group) group.push(spell);
    else groups.set(spell.employment, [spell]);
  }
  return groups;
};

/** A row goes into the file of the month it was entered in, and again into that of the month its end was. */
const entriesByFile = (
  simulation: Simulation,
  employer: number,
  periods: readonly FilePeriod[],
): Entry[][] => {
  const files = periods.map((): Entry[] => []);
  const spells = spellsByEmployment(simulation);
  for (const employment of simulation.employments) {
    if (employment.employer !== employer) continue;
    for (const row of absenceRowsOf(simulation.seed, employment, spells.get(employment.index) ?? [])) {
      const entered = fileOf(periods, row.enteredOn);
      const closed = fileOf(periods, row.closedOn);
      files[entered]?.push({ row, to: entered === closed ? row.to : null, registeredOn: row.enteredOn });
      if (closed !== entered) files[closed]?.push({ row, to: row.to, registeredOn: row.closedOn });
    }
  }
  return files;
};

const fieldsOf = ({ row, to, registeredOn }: Entry): string[] => [
  row.employment.number,
  row.code.code,
  row.code.text,
  danishDate(row.from),
  danishDate(to),
  row.degree >= 100 ? '' : danishNumber(row.degree),
  danishDate(registeredOn),
];

/** The absence file of each month, as text: rows entered or changed since the file before. */
export const absenceFiles = (
  simulation: Simulation,
  employer: number,
  periods: readonly FilePeriod[],
): (() => string)[] =>
  entriesByFile(simulation, employer, periods).map((entries) => () => csvOf(HEADERS, entries.map(fieldsOf)));
