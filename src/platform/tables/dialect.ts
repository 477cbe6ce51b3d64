import type { RecordFormat } from './record-parser.js';
import { RecordScanner } from './record-scanner.js';
import type { Separator } from './table.js';

export interface Dialect extends RecordFormat {
  /** Lines before the table that spreadsheets understand and people do not: `sep=;`. */
  readonly linesBefore: number;
}

/** In the order in which they win a tie: Danish files use the comma in numbers. */
const SEPARATORS: readonly Separator[] = [';', '\t', ','];
const LINES_LOOKED_AT = 50;
const DIRECTIVE = /^sep=([;,\t])\r?$/;

const isSeparator = (text: string | undefined): text is Separator =>
  SEPARATORS.some((separator) => separator === text);

/** How well a separator explains a text: the share of its rows that have the commonest number of cells, if above 1. */
const agreement = (sample: string, separator: Separator, lineBreak: '\n' | '\r'): number => {
  const rows = new RecordScanner({ separator, lineBreak })
    .push(sample)
    .filter((row) => row.cells.length > 1 || row.cells[0]?.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  counts.delete(1);
  return Math.max(0, ...counts.values()) / Math.max(1, rows.length);
};

/** Guesses how a text is cut into rows and cells from its beginning (which should end with a line break). */
export const dialectOf = (sample: string): Dialect => {
  const lineBreak = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const directive = DIRECTIVE.exec(sample.split(lineBreak, 1)[0] ?? '')?.[1];
  if (isSeparator(directive)) return { separator: directive, lineBreak, linesBefore: 1 };
  let best: Separator = ';';
  let bestAgreement = 0;
  for (const separator of SEPARATORS) {
    const found = agreement(sample, separator, lineBreak);
    // A hair's breadth of ragged rows does not outweigh the order above.
    if (found > bestAgreement + 0.05) [best, bestAgreement] = [separator, found];
  }
  return { separator: best, lineBreak, linesBefore: 0 };
};
