import type { Numbers } from './vector.js';

/**
 * Why data cannot be made into a result.
 * - `bad-data`: lengths that differ, a number that is none, a value outside what the method allows
 * - `singular-design`: columns of the design that are sums of others, or hold nothing
 * - `too-few-clusters`: fewer groups than the method can say anything about
 * - `no-convergence`: the search for the estimate did not settle
 */
export type EvidenceFault = 'bad-data' | 'singular-design' | 'too-few-clusters' | 'no-convergence';

export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
  constructor(
    readonly code: EvidenceFault,
    message: string,
  ) {
    super(message);
  }
}

/** @throws EvidenceError `bad-data` unless every named column has so many rows and holds numbers only. */
export const requireNumbers = (
  rows: number,
  columns: Readonly<Record<string, Numbers | undefined>>,
): void => {
  for (const [name, column] of Object.entries(columns)) {
    if (!column) continue;
    if (column.length !== rows)
      throw new EvidenceError('bad-data', `${name} has ${column.length} rows, ${rows} are wanted`);
    for (let row = 0; row < rows; row += 1)
      if (!Number.isFinite(column[row]))
        throw new EvidenceError('bad-data', `${name} of row ${row + 1} is not a number`);
  }
};
