import { addDays, type LocalDate } from '../../../shared/local-date.js';
import { kindAtDegree, type SpellKind } from '../../domain/kinds.js';
import { codeReader } from './codes.js';
import { dateDecoder, isDateFault, isEndless, type YearRange } from './dates.js';
import type { AbsenceField } from './fields.js';
import type { ColumnMapping, MappedField } from './mapping.js';
import { decodeDegree, decodeNumber } from './numbers.js';
import { cellReader, faulty, isFaulty, type CellReader, type RowFault, type RowRemark } from './row.js';

/** One row of a file of absences, understood. */
export interface AbsenceRow {
  readonly employeeNumber: string;
  /** As in the file, for the row's identity; the cause where the file has no codes. */
  readonly code: string;
  readonly kind: SpellKind;
  readonly firstOn: LocalDate;
  /** Null while the absence goes on. */
  readonly lastOn: LocalDate | null;
  /** Share of the day, 0.001 to 1. */
  readonly degree: number;
  /** When the source registered it; null where the file does not say. */
  readonly registeredOn: LocalDate | null;
  readonly remark: RowRemark;
}

export type AbsenceDecoder = (cells: readonly string[]) => AbsenceRow | RowFault;

/** Absences older than this are no business of a payroll; later than two years ahead nobody knows of. */
const FIRST_YEAR = 1950;
const YEARS_AHEAD = 2;
/** Half is the degree that agreements on partial sickness most often name. */
const ASSUMED_DEGREE = 0.5;
const PARTIAL_KINDS: ReadonlySet<SpellKind> = new Set(['partial-sickness', 'section-56-partial']);
/** Below a day's place in any calendar, a number in a date's column is a number of hours. */
const HOURS_BELOW = 10_000;

export const absenceYears = (dataAsOf: LocalDate): YearRange => {
  const last = Number(dataAsOf.slice(0, 4)) + YEARS_AHEAD;
  return { first: FIRST_YEAR, last, pivot: last };
};

type ReadDate = (text: string) => ReturnType<ReturnType<typeof dateDecoder>>;

const readDay = (text: string, field: AbsenceField, readDate: ReadDate): LocalDate | RowFault => {
  const date = readDate(text);
  if (!isDateFault(date)) return date;
  const number = date === 'date-unreadable' ? decodeNumber(text) : null;
  return faulty(number !== null && number < HOURS_BELOW ? 'hours-as-days' : date, field);
};

const isFault = (value: LocalDate | number | RowFault | null): value is RowFault =>
  typeof value === 'object' && value !== null && isFaulty(value);

/** The last day, from its own column or from a number of days; null while the absence goes on. */
const readLastDay = (
  cells: readonly string[],
  cell: CellReader,
  firstOn: LocalDate,
  readDate: ReadDate,
): LocalDate | RowFault | null => {
  const to = cell(cells, 'to');
  const daysText = cell(cells, 'days');
  const days = daysText === '' ? null : decodeNumber(daysText);
  if (daysText !== '' && days === null) return faulty('number-unreadable', 'days');
  if (to === '') {
    if (days === null || days === 0) return null;
    return Number.isInteger(days) && days > 0 ? addDays(firstOn, days - 1) : faulty('hours-as-days', 'days');
  }
  const lastOn = isEndless(to) ? null : readDay(to, 'to', readDate);
  if (lastOn === null || isFault(lastOn)) return lastOn;
  if (lastOn < firstOn) return faulty('reversed-dates', 'to');
  // Working days may be fewer than calendar days, never more.
  const tooMany = days !== null && addDays(firstOn, Math.min(40_000, Math.ceil(days)) - 1) > lastOn;
  return tooMany ? faulty('hours-as-days', 'days') : lastOn;
};

const readDegree = (text: string, kind: SpellKind): { degree: number; remark: RowRemark } | RowFault => {
  if (text === '') {
    return PARTIAL_KINDS.has(kind)
      ? { degree: ASSUMED_DEGREE, remark: 'degree-assumed' }
      : { degree: 1, remark: null };
  }
  const degree = decodeDegree(text);
  return typeof degree === 'number' ? { degree, remark: null } : faulty(degree, 'degree');
};

interface Readers {
  readonly cell: CellReader;
  readonly date: ReadDate;
  readonly kindOf: (code: string, cause: string) => SpellKind | null;
}

/** The first field that must be filled and is not. */
const missingField = (cells: readonly string[], cell: CellReader): RowFault | null => {
  if (cell(cells, 'employeeNumber') === '') return faulty('missing-field', 'employeeNumber');
  if (cell(cells, 'code') === '' && cell(cells, 'cause') === '') return faulty('missing-field', 'code');
  return cell(cells, 'from') === '' ? faulty('missing-field', 'from') : null;
};

const decode = (cells: readonly string[], { cell, date, kindOf }: Readers): AbsenceRow | RowFault => {
  const missing = missingField(cells, cell);
  if (missing) return missing;
  const cause = cell(cells, 'cause');
  const code = cell(cells, 'code') || cause;
  const kind = kindOf(code, cause);
  if (kind === null) return faulty('unknown-code', 'code');
  const firstOn = readDay(cell(cells, 'from'), 'from', date);
  if (isFault(firstOn)) return firstOn;
  const lastOn = readLastDay(cells, cell, firstOn, date);
  if (isFault(lastOn)) return lastOn;
  const share = readDegree(cell(cells, 'degree'), kind);
  if (isFaulty(share)) return share;
  const registered = cell(cells, 'registered');
  const registeredOn = registered === '' ? null : readDay(registered, 'registered', date);
  if (isFault(registeredOn)) return registeredOn;
  const employeeNumber = cell(cells, 'employeeNumber');
  return {
    employeeNumber,
    code,
    kind: kindAtDegree(kind, share.degree),
    firstOn,
    lastOn,
    ...share,
    registeredOn,
  };
};

/** Compiles a mapping into a decoder of rows. */
export const absenceDecoder = (
  mapping: ColumnMapping,
  fields: readonly MappedField[],
  dataAsOf: LocalDate,
): AbsenceDecoder => {
  const readers: Readers = {
    cell: cellReader(fields),
    date: dateDecoder(absenceYears(dataAsOf)),
    kindOf: codeReader(mapping.codes),
  };
  return (cells) => decode(cells, readers);
};
