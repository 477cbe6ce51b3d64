import { dateOfDay, type Day } from '../simulator/calendar.js';

const SPECIAL = /[;"\r\n]/;
const quoted = (field: string): string => (SPECIAL.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** Semicolons and CRLF, as Danish payrolls export. */
export const csvOf = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headers, ...rows].map((row) => `${row.map(quoted).join(';')}\r\n`).join('');

const written = new Map<Day, string>();

/** `dd-mm-yyyy`; empty for none. */
export const danishDate = (day: Day | null): string => {
  if (day === null) return '';
  const known = written.get(day);
  if (known !== undefined) return known;
  const [year, month, dayOfMonth] = dateOfDay(day).split('-');
  const text = `${dayOfMonth}-${month}-${year}`;
  written.set(day, text);
  return text;
};

/** At most two decimals after a comma: `32,5`, `67,57`, `37`. */
export const danishNumber = (value: number): string =>
  String(Math.round(value * 100) / 100).replace('.', ',');
