import { MAX_COLUMNS, TableRefusal, type TableRow } from './table.js';

export interface Header {
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  /** Rows up to this line are not data. */
  readonly lastLine: number;
}

const DATE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;

const filled = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

/** Names do not look like days, and are seldom numbers. */
const looksLikeData = (cells: readonly string[]): boolean => {
  const words = filled(cells);
  return (
    words.some((word) => DATE.test(word)) ||
    words.filter((word) => NUMBER.test(word)).length * 2 > words.length
  );
};

const withoutTrailingBlanks = (cells: readonly string[]): string[] => {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1).map((cell) => cell.trim());
};

/** Reports put a title above the table: a lone cell before rows of several is no header. */
const isTitle = (cells: readonly string[], rows: readonly TableRow[]): boolean =>
  filled(cells).length === 1 && rows.filter((row) => filled(row.cells).length > 1).length * 2 > rows.length;

/**
 * Finds the header among the first rows of a table.
 * @throws TableRefusal `empty` without rows, `too-many-columns`.
 */
export const findHeader = (rows: readonly TableRow[]): Header => {
  const first = rows.find((row) => !isTitle(row.cells, rows));
  if (!first) throw new TableRefusal('empty');
  const names = withoutTrailingBlanks(first.cells);
  if (names.length > MAX_COLUMNS) throw new TableRefusal('too-many-columns');
  if (!looksLikeData(names)) return { columns: names, hasHeader: true, lastLine: first.line };
  const columns = names.map((_, index) => String(index + 1));
  return { columns, hasHeader: false, lastLine: first.line - 1 };
};
