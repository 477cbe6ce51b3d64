import { EvidenceError, requireNumbers } from './evidence-error.js';
import { vector, type Numbers } from './vector.js';

/** The columns that explain, each with one number a row. */
export interface Design {
  readonly names: readonly string[];
  readonly columns: readonly Numbers[];
}

export const CONSTANT = 'constant';

/**
 * A design of named columns with a constant before them.
 * @throws EvidenceError `bad-data` where lengths differ or a number is none.
 */
export const designOf = (rows: number, columns: Readonly<Record<string, Numbers>>): Design => {
  requireNumbers(rows, columns);
  return {
    names: [CONSTANT, ...Object.keys(columns)],
    columns: [vector(rows, () => 1), ...Object.values(columns)],
  };
};

/** The place of a column. @throws EvidenceError `bad-data` naming it. */
export const placeOf = (names: readonly string[], name: string): number => {
  const place = names.indexOf(name);
  if (place < 0) throw new EvidenceError('bad-data', `there is no column ${name} in the design`);
  return place;
};

/**
 * Sine and cosine pairs that let a season come and go smoothly.
 * @param time in any unit, `period` of which make a year
 * @param pairs 2 lets the year have two waves
 */
export const harmonics = (time: Numbers, period: number, pairs: number): Record<string, Numbers> => {
  const wave = (turn: (angle: number) => number, pair: number): Numbers =>
    vector(time.length, (row) => turn((2 * Math.PI * pair * (time[row] ?? NaN)) / period));
  const names = Array.from({ length: pairs }, (_, index) => index + 1);
  return Object.fromEntries(
    names.flatMap((pair) => [
      [`sine ${pair}`, wave(Math.sin, pair)],
      [`cosine ${pair}`, wave(Math.cos, pair)],
    ]),
  );
};

/** One column of 0 and 1 for every kind but the first. @param name put before each kind's label */
export const indicators = (name: string, values: ArrayLike<string | number>): Record<string, Numbers> => {
  const kinds = [...new Set(Array.from(values))].slice(1);
  return Object.fromEntries(
    kinds.map((kind) => [`${name} ${kind}`, vector(values.length, (row) => (values[row] === kind ? 1 : 0))]),
  );
};
