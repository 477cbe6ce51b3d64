import { Matrix } from 'ml-matrix';

const DIGITS = 12;

/**
 * A result as JSON can carry it: numbers at 12 significant digits, so that machines whose last bits differ print the
 * same bytes; no number as null, infinite ones in words.
 */
export const rounded = (value: unknown): unknown => {
  if (typeof value === 'number') return roundedNumber(value);
  if (ArrayBuffer.isView(value)) return Array.from(Object.values(value), rounded);
  if (Array.isArray(value)) return value.map(rounded);
  if (value instanceof Matrix) return rounded(value.to2DArray());
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => typeof each !== 'function')
      .map(([key, each]) => [key, rounded(each)]),
  );
};

const roundedNumber = (value: number): number | string | null => {
  if (Number.isNaN(value)) return null;
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '-infinite';
  // Minus nothing is nothing.
  return Number(value.toPrecision(DIGITS)) + 0;
};
