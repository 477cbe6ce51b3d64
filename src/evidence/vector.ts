/** Numbers in a row, whatever holds them. */
export type Numbers = ArrayLike<number>;

/** The number at a place; NaN beyond the end, so that a mistake shows in the result. */
export const at = (numbers: Numbers, place: number): number => numbers[place] ?? NaN;

/** A vector of `length` numbers, each made from its place. */
export const vector = (length: number, make: (place: number) => number): Float64Array => {
  const made = new Float64Array(length);
  for (let place = 0; place < length; place += 1) made[place] = make(place);
  return made;
};

export const sum = (numbers: Numbers): number => {
  let total = 0;
  for (let place = 0; place < numbers.length; place += 1) total += at(numbers, place);
  return total;
};

export const mean = (numbers: Numbers): number => sum(numbers) / numbers.length;

export const dot = (left: Numbers, right: Numbers): number => {
  let total = 0;
  for (let place = 0; place < left.length; place += 1) total += at(left, place) * at(right, place);
  return total;
};

/** Sum of squared distances from the mean, divided by n - 1. */
export const variance = (numbers: Numbers): number => {
  const middle = mean(numbers);
  return sum(vector(numbers.length, (place) => (at(numbers, place) - middle) ** 2)) / (numbers.length - 1);
};

/** The distinct numbers, ascending. */
export const distinct = (numbers: Numbers): number[] =>
  [...new Set(Array.from(numbers))].sort((left, right) => left - right);

/** Which of a few kinds each row is of: a whole number from 0 a row, and the kinds' labels in order of first sight. */
export interface Grouping {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Numbers the kinds in a column in the order in which they are first seen. */
export const grouped = (values: ArrayLike<string | number>): Grouping => {
  const codeOf = new Map<string | number, number>();
  const codes = new Int32Array(values.length);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? '';
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    codes[place] = code;
  }
  return { codes, labels: [...codeOf.keys()].map(String) };
};

/** The rows of each kind, ascending. */
export const rowsByGroup = ({ codes, labels }: Grouping): number[][] => {
  const rows: number[][] = labels.map(() => []);
  for (let row = 0; row < codes.length; row += 1) rows[at(codes, row)]?.push(row);
  return rows;
};
