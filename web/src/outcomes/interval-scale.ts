import type { EffectRange } from './views';

/** A span that holds some intervals and nothing (0), with air at both ends. */
export type Span = { low: number; high: number };

const AIR = 0.08;

const ends = ({ avoided, lower, upper }: EffectRange): number[] =>
  [avoided, lower, upper].flatMap((text) => (text === null ? [] : [Number(text)]));

/** The common scale of the rows of a table, so that they can be compared by eye. */
export const spanOf = (effects: readonly EffectRange[]): Span => {
  const numbers = [0, ...effects.flatMap(ends)];
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const air = (most - least || 1) * AIR;
  return { low: least - air, high: most + air };
};

/** Where a number lies within a width. */
export const placeOf = (number: number, { low, high }: Span, width: number): number =>
  ((number - low) / (high - low)) * width;
