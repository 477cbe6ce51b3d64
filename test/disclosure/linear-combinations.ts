/** What a reader with a pencil can do: work out by linear combination every sum that the known sums settle. */

const indicator = (all: readonly string[], set: ReadonlySet<string>): number[] =>
  all.map((one) => (set.has(one) ? 1 : 0));

const pivotOf = (vector: readonly number[]): number => vector.findIndex((value) => Math.abs(value) > 1e-9);

/** A vector minus what a basis in echelon form explains of it. */
const reduced = (vector: readonly number[], basis: readonly (readonly number[])[]): number[] =>
  basis.reduce<number[]>(
    (left, row) => {
      const pivot = pivotOf(row);
      const factor = (left[pivot] ?? 0) / (row[pivot] ?? 1);
      return left.map((value, index) => value - factor * (row[index] ?? 0));
    },
    [...vector],
  );

/** Whether a set's sum follows from the sums of these known sets. */
export const recoverable = (all: readonly string[], known: readonly ReadonlySet<string>[]) => {
  const basis = known
    .map((set) => indicator(all, set))
    .reduce<number[][]>((rows, vector) => {
      const rest = reduced(vector, rows);
      return pivotOf(rest) < 0 ? rows : [...rows, rest];
    }, []);
  return (set: ReadonlySet<string>): boolean => pivotOf(reduced(indicator(all, set), basis)) < 0;
};

export const subsetsOf = (all: readonly string[]): Set<string>[] =>
  Array.from(
    { length: 2 ** all.length },
    (_, mask) => new Set(all.filter((_one, index) => mask & (1 << index))),
  );
