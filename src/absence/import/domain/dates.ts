import { addDays, isLocalDate, localDate, type LocalDate } from '../../../shared/local-date.js';

export type DateFault = 'date-unreadable' | 'year-absurd';

/** Which years a file can mean. A date outside is a slip of the pen, not history. */
export interface YearRange {
  readonly first: number;
  readonly last: number;
  /** The latest year that two digits can mean: with 2045, `45` is 2045 and `46` is 1946. */
  readonly pivot: number;
}

const DAY_FIRST = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{2,6})$/;
const YEAR_FIRST = /^(\d{3,6})[-./](\d{1,2})[-./](\d{1,2})$/;
const TIME_OF_DAY = /[T ]\d{1,2}[:.]\d{2}.*$/;
const DIGITS = /^\d+$/;
/** Day 0 of the spreadsheets' calendar. Before March 1900 it is a day off, which no payroll reaches. */
const SERIAL_ZERO = localDate('1899-12-30');
const SERIALS = /^\d{5}(?:\.0+)?$/;

export const isDateFault = (date: LocalDate | DateFault): date is DateFault =>
  date === 'date-unreadable' || date === 'year-absurd';

const wholeYear = (digits: string, { pivot }: YearRange): number => {
  if (digits.length !== 2) return Number(digits);
  const year = pivot - (pivot % 100) + Number(digits);
  return year > pivot ? year - 100 : year;
};

const compose = (year: string, month: string, day: string, range: YearRange): LocalDate | DateFault => {
  const whole = wholeYear(year, range);
  // Any leap year will do to see whether day and month are real; an absurd year would not tell.
  const inSomeYear = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isLocalDate(`2024-${inSomeYear}`)) return 'date-unreadable';
  if (whole < range.first || whole > range.last) return 'year-absurd';
  const text = `${whole}-${inSomeYear}`;
  return isLocalDate(text) ? text : 'date-unreadable';
};

/** Eight digits begin or end with the year, six end with it. */
const decodeDigits = (digits: string, range: YearRange): LocalDate | DateFault => {
  const cut = (...ends: number[]): string[] =>
    ends.map((end, index) => digits.slice(ends[index - 1] ?? 0, end));
  if (digits.length === 8) {
    const [year = '', month = '', day = ''] = cut(4, 6, 8);
    const yearFirst = compose(year, month, day, range);
    if (!isDateFault(yearFirst)) return yearFirst;
  }
  if (digits.length === 8 || digits.length === 6) {
    const [day = '', month = '', year = ''] = cut(2, 4, digits.length);
    return compose(year, month, day, range);
  }
  return 'date-unreadable';
};

const decodeSerial = (text: string, range: YearRange): LocalDate | DateFault => {
  const day = addDays(SERIAL_ZERO, Math.floor(Number(text)));
  const year = Number(day.slice(0, 4));
  return year < range.first || year > range.last ? 'year-absurd' : day;
};

/**
 * Reads a day as Danish payrolls and spreadsheets write it: `dd-mm-yyyy`, `dd.mm.yy`, `d/m/yyyy`, `yyyy-mm-dd` with or
 * without a time of day, `yyyymmdd`, `ddmmyyyy`, `ddmmyy`, or a spreadsheet's number of days.
 * The month is never written before the day.
 */
export const decodeDate = (text: string, range: YearRange): LocalDate | DateFault => {
  const trimmed = text.trim();
  if (SERIALS.test(trimmed)) return decodeSerial(trimmed, range);
  if (DIGITS.test(trimmed)) return decodeDigits(trimmed, range);
  const date = trimmed.replace(TIME_OF_DAY, '');
  const dayFirst = DAY_FIRST.exec(date);
  if (dayFirst) return compose(dayFirst[3] ?? '', dayFirst[2] ?? '', dayFirst[1] ?? '', range);
  const yearFirst = YEAR_FIRST.exec(date);
  if (yearFirst) return compose(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '', range);
  return 'date-unreadable';
};

/** Payrolls write "until further notice" as the last day they know. */
export const isEndless = (text: string): boolean => ENDLESS.test(text);

const ENDLESS = /^\s*(?:9999[-./]?12[-./]?31|31[-./ ]?12[-./ ]?9999)(?:\D.*)?$/;
const REMEMBERED = 50_000;

/** The same, remembering what it has read: a file of a million rows holds a few thousand days. */
export const dateDecoder = (range: YearRange): ((text: string) => LocalDate | DateFault) => {
  const known = new Map<string, LocalDate | DateFault>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const decoded = decodeDate(text, range);
    if (known.size < REMEMBERED) known.set(text, decoded);
    return decoded;
  };
};
