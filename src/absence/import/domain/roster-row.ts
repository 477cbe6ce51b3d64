import { cprOf, type PrivateData, type RosterRow } from '../../../people/index.js';
import { type LocalDate } from '../../../shared/local-date.js';
import { dateDecoder, isDateFault, isEndless, type YearRange } from './dates.js';
import type { MappedField } from './mapping.js';
import { decodeHours } from './numbers.js';
import { cellReader, faulty, isFaulty, type CellReader, type RowFault, type RowRemark } from './row.js';

/** A row that was understood, and a remark on it. */
export type DecodedRosterRow = RosterRow & PrivateData & { readonly remark: RowRemark };
export type RosterDecoder = (cells: readonly string[]) => DecodedRosterRow | RowFault;

const FIRST_YEAR = 1940;
const YEARS_AHEAD = 60;
const PIVOT_AHEAD = 20;
const MOST_HOURS = 60;
const FULL_TIME_HOURS = 37;
const DEEPEST_UNIT = 8;

export const rosterYears = (dataAsOf: LocalDate): YearRange => {
  const year = Number(dataAsOf.slice(0, 4));
  return { first: FIRST_YEAR, last: year + YEARS_AHEAD, pivot: year + PIVOT_AHEAD };
};

/** The parts of `A/B/C`, tidied; null where a part is empty or there are too many. */
export const unitPathOf = (text: string): string[] | null => {
  const parts = text.split(/[/\\>|]/).map((part) => part.replace(/\s+/g, ' ').trim());
  return parts.length > DEEPEST_UNIT || parts.includes('') ? null : parts;
};

const readHours = (text: string): { weeklyHours: number; remark: RowRemark } | RowFault => {
  const hours = text === '' ? 0 : decodeHours(text);
  if (hours === null || hours < 0) return faulty('number-unreadable', 'weeklyHours');
  if (hours > MOST_HOURS) return faulty('hours-absurd', 'weeklyHours');
  const rounded = Math.round(hours * 100) / 100;
  // Paid by the hour, or not known: somebody at work all the same.
  return rounded === 0
    ? { weeklyHours: FULL_TIME_HOURS, remark: 'hours-assumed' }
    : { weeklyHours: rounded, remark: null };
};

type ReadDay = (cells: readonly string[], field: 'from' | 'to' | 'validFrom') => LocalDate | RowFault | null;

/** Who it is and where; the fields that must be filled. */
const readPlace = (cells: readonly string[], cell: CellReader) => {
  const empty = (['employeeNumber', 'name', 'unit', 'from'] as const).find(
    (field) => cell(cells, field) === '',
  );
  if (empty) return faulty('missing-field', empty);
  const unitPath = unitPathOf(cell(cells, 'unit'));
  if (unitPath === null) return faulty('unit-unreadable', 'unit');
  return {
    employeeNumber: cell(cells, 'employeeNumber'),
    personKey: cell(cells, 'personKey') || null,
    name: cell(cells, 'name').replace(/\s+/g, ' '),
    unitPath,
    jobGroup: cell(cells, 'jobGroup'),
    manager: cell(cells, 'manager') || null,
  };
};

/** A private phone number or address: what has their form, or nothing. */
const readPrivate = (cells: readonly string[], cell: CellReader): PrivateData & { remark: RowRemark } => {
  const [cpr, phone, email] = [cell(cells, 'cpr'), cell(cells, 'phone'), cell(cells, 'email')];
  const read = cprOf(cpr);
  return {
    cpr: read,
    phone: /^[+\d][\d ()-]{5,29}$/.test(phone) ? phone : null,
    email: /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254 ? email : null,
    remark: cpr !== '' && read === null ? 'cpr-unreadable' : null,
  };
};

const isDay = (day: LocalDate | RowFault | null): day is LocalDate => typeof day === 'string';

const decode = (
  cells: readonly string[],
  cell: CellReader,
  readDay: ReadDay,
): DecodedRosterRow | RowFault => {
  const place = readPlace(cells, cell);
  if (isFaulty(place)) return place;
  const from = readDay(cells, 'from');
  if (!isDay(from)) return from ?? faulty('missing-field', 'from');
  const to = readDay(cells, 'to');
  if (to !== null && !isDay(to)) return to;
  if (to !== null && to < from) return faulty('reversed-dates', 'to');
  const validFrom = readDay(cells, 'validFrom');
  if (validFrom !== null && !isDay(validFrom)) return validFrom;
  const hours = readHours(cell(cells, 'weeklyHours'));
  if (isFaulty(hours)) return hours;
  const { remark, ...details } = readPrivate(cells, cell);
  return { ...place, from, to, validFrom, ...hours, ...details, remark: hours.remark ?? remark };
};

/** Compiles a mapping into a decoder of rows. */
export const rosterDecoder = (fields: readonly MappedField[], dataAsOf: LocalDate): RosterDecoder => {
  const cell = cellReader(fields);
  const readDate = dateDecoder(rosterYears(dataAsOf));
  const readDay: ReadDay = (cells, field) => {
    const text = cell(cells, field);
    if (text === '' || (field === 'to' && isEndless(text))) return null;
    const date = readDate(text);
    return isDateFault(date) ? faulty(date, field) : date;
  };
  return (cells) => decode(cells, cell, readDay);
};
