import { asFigure, Exact } from '../../../shared/money.js';
import type { DecimalText } from '../../../partnerships/index.js';

/** An effect in units of the indicator: what was expected without the contract less what was observed. */
export interface Avoided {
  readonly expected: number;
  readonly observed: number;
  readonly avoided: number;
  /** Null where there are too few workplaces for one. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly standardError: number | null;
  /** Two-sided, against no effect; null where none is told. */
  readonly p: number | null;
  readonly smallestP: number | null;
  readonly descriptive: boolean;
}

/** A number as it is kept: 12 significant digits, so that machines whose last bits differ write the same. */
export const figureOf = (value: number | null): DecimalText | null =>
  value === null || !Number.isFinite(value) ? null : asFigure(new Exact(value.toPrecision(15)));

export const knownFigure = (value: number): DecimalText => figureOf(value) ?? '0';
