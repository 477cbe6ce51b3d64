/** How a workbook's number is to be read: Excel keeps days and hours as numbers and tells them apart by format only. */
export type NumberMeaning =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'duration' }
  /** An employee number shown with its leading zeros. */
  | { readonly kind: 'padded'; readonly digits: number };

const NUMBER: NumberMeaning = { kind: 'number' };
const DAY_MS = 86_400_000;
const LAST_DAY = 2_958_465;

const between = (id: number, from: number, to: number): boolean => id >= from && id <= to;

/** The formats that have a number of their own in ECMA-376, part 1, 18.8.30, the East Asian ones among them. */
export const meaningOfBuiltIn = (id: number): NumberMeaning => {
  if (between(id, 14, 17) || id === 22 || between(id, 27, 31) || between(id, 34, 36) || between(id, 50, 58)) {
    return { kind: 'date' };
  }
  if (id === 46) return { kind: 'duration' };
  if (between(id, 18, 21) || between(id, 32, 33) || id === 45 || id === 47) return { kind: 'time' };
  return NUMBER;
};

/** What a written format says, `dd-mm-yyyy` or `[h]:mm` for instance. */
export const meaningOfFormat = (format: string): NumberMeaning => {
  const first = format.split(';', 1)[0] ?? '';
  if (/^0{2,}$/.test(first)) return { kind: 'padded', digits: first.length };
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(bare)) return { kind: 'duration' };
  const letters = bare.replace(/\[[^\]]*\]/g, '').replace('general', '');
  if (/[yd]/.test(letters)) return { kind: 'date' };
  if (/[hs]/.test(letters)) return { kind: 'time' };
  return letters.includes('m') ? { kind: 'date' } : NUMBER;
};

const two = (value: number): string => String(value).padStart(2, '0');

const clock = (seconds: number): string => {
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`;
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`;
};

/** Day 60 of the 1900 calendar is 29 February 1900, which never was: days before it count from one day later. */
const dayZero = (serial: number, since1904: boolean): number => {
  if (since1904) return Date.UTC(1904, 0, 1);
  return serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
};

const dateText = (serial: number, since1904: boolean): string => {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const midnight = dayZero(serial, since1904) + Math.floor(serial) * DAY_MS;
  const iso = new Date(midnight + seconds * 1000).toISOString();
  return seconds === 0 || seconds === 86_400 ? iso.slice(0, 10) : iso.slice(0, 19);
};

/** Excel keeps 15 digits and shows no more: 0.1 + 0.2 is 0.3 there. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

/** A number of a workbook as text: decimal point, ISO dates, hours and minutes. */
export const textOfNumber = (raw: string, meaning: NumberMeaning, since1904: boolean): string => {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return raw;
  if (meaning.kind === 'number' || value < 0 || value > LAST_DAY) return padded(numberText(value), meaning);
  if (meaning.kind === 'padded') return padded(numberText(value), meaning);
  if (meaning.kind === 'date') return dateText(value, since1904);
  if (meaning.kind === 'time' && value >= 1) return dateText(value, since1904);
  return clock(Math.round(value * 86_400));
};

const padded = (text: string, meaning: NumberMeaning): string =>
  meaning.kind === 'padded' && /^\d+$/.test(text) ? text.padStart(meaning.digits, '0') : text;
