const UNIT = /\s*(?:timer|time|hours?|dage?|days?|t|h|%)\.?$/i;
const DANISH_THOUSANDS = /^[+-]?\d{1,3}(?:\.\d{3})*,\d+$/;
const ENGLISH_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/;
const PLAIN = /^[+-]?\d+(?:[.,]\d+)?$/;
const CLOCK = /^(\d{1,3}):([0-5]\d)$/;

/**
 * Reads a number with decimal comma or point, with or without thousands and a unit behind it. A lone point is a decimal
 * point: nothing here goes into the thousands. Null when it is no number.
 */
export const decodeNumber = (text: string): number | null => {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(UNIT, '')
    .replace(/(\d) (?=\d{3}\b)/g, '$1');
  if (DANISH_THOUSANDS.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (ENGLISH_THOUSANDS.test(bare)) return Number(bare.replaceAll(',', ''));
  return PLAIN.test(bare) ? Number(bare.replace(',', '.')) : null;
};

/** Hours as a number or as hours and minutes: `37`, `37,00`, `7:24`. Null when it is neither. */
export const decodeHours = (text: string): number | null => {
  const clock = CLOCK.exec(text.trim());
  return clock ? Number(clock[1]) + Number(clock[2]) / 60 : decodeNumber(text);
};

export type DegreeFault = 'number-unreadable' | 'hours-as-days';

/**
 * Reads how much of the day is absence, 0.001 to 1. Above 1 it is per cent; a degree above 100 per cent is a number of
 * hours in the wrong column.
 */
export const decodeDegree = (text: string): number | DegreeFault => {
  const number = decodeNumber(text);
  if (number === null || number <= 0) return 'number-unreadable';
  const degree = number > 1 || text.includes('%') ? number / 100 : number;
  if (degree > 1) return 'hours-as-days';
  return Math.max(0.001, Math.round(degree * 1000) / 1000);
};
