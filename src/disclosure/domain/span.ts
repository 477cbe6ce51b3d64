import type { Atoms } from './atoms.js';

/** A linear combination of cells, as the weight of each piece. */
type Combination = ReadonlyMap<string, number>;
interface Row {
  readonly pivot: string;
  readonly weights: Combination;
}

const NOTHING = 1e-9;

const minus = (combination: Combination, row: Row): Combination => {
  const factor = (combination.get(row.pivot) ?? 0) / (row.weights.get(row.pivot) ?? 1);
  if (factor === 0) return combination;
  const left = new Map(combination);
  for (const [atom, weight] of row.weights) {
    const rest = (left.get(atom) ?? 0) - factor * weight;
    if (Math.abs(rest) > NOTHING) left.set(atom, rest);
    else left.delete(atom);
  }
  return left;
};

const leftOf = (atoms: Atoms, rows: readonly Row[]): Combination =>
  rows.reduce<Combination>(minus, new Map([...atoms].map((atom) => [atom, 1])));

const rowsOf = (known: readonly Atoms[]): Row[] =>
  known.reduce<Row[]>((rows, atoms) => {
    const weights = leftOf(atoms, rows);
    const [pivot] = weights.keys();
    return pivot === undefined ? rows : [...rows, { pivot, weights }];
  }, []);

/** Whether the sum of a set of pieces can be worked out from known sums, by adding and subtracting multiples of them. */
export const spanOf = (known: readonly Atoms[]): ((atoms: Atoms) => boolean) => {
  const rows = rowsOf(known);
  return (atoms) => leftOf(atoms, rows).size === 0;
};
