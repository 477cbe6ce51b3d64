import { Decimal } from 'decimal.js';

/** Decimals of 40 digits that round half away from zero: what money and the figures it rests on are computed with. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

/** Whole øre, a hundredth of a Danish krone. */
export type Oere = number;

/** Of an amount that is written down: ten thousand million kroner, so that a sum of many is still counted exactly. */
export const MOST_OERE: Oere = 1_000_000_000_000;

/** Whole øre, half an øre away from zero. @throws RangeError beyond what a number counts exactly, some 90,000,000 million kroner */
export const toOere = (amount: Exact): Oere => {
  const oere = amount.toDecimalPlaces(0).toNumber();
  if (!Number.isSafeInteger(oere)) throw new RangeError('an amount is too large to be counted in øre');
  return oere === 0 ? 0 : oere;
};

/** Figures are kept and printed to so many significant digits, so that the same snapshot gives the same bytes. */
export const SIGNIFICANT_DIGITS = 12;

/** A figure as it is kept: without exponent, 12 significant digits, no trailing zeros. */
export const asFigure = (figure: Exact): string => {
  const rounded = figure.toSignificantDigits(SIGNIFICANT_DIGITS);
  return rounded.isZero() ? '0' : rounded.toFixed();
};
