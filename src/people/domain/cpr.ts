import { isLocalDate } from '../../shared/local-date.js';

const FORM = /^(\d{2})(\d{2})(\d{2})[- ]?(\d)\d{3}$/;

/** The century of a birth by the seventh digit and the two of the year, as the CPR office gives it out. */
const centuryOf = (seventh: number, year: number): number => {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
};

/**
 * The ten digits of a CPR number; null for a text of another form or with a day of birth that never was. Its control
 * digit is not looked at: since 2007 numbers are given out that do not satisfy modulus 11.
 */
export const cprOf = (text: string): string | null => {
  const [, day = '', month = '', year = '', seventh = ''] = FORM.exec(text.trim()) ?? [];
  const century = centuryOf(Number(seventh), Number(year));
  const born = `${century + Number(year)}-${month}-${day}`;
  return isLocalDate(born) ? text.replace(/\D/g, '') : null;
};

/** A CPR number as it is shown: the day of birth, and nothing of the rest. */
export const maskedCpr = (cpr: string): string => `${cpr.slice(0, 6)}-••••`;
