import { MAX_COLUMNS, type RowFault, type TableRow } from './table.js';

const isBlank = (cell: string): boolean => cell.trim() === '';

const faultOf = (cells: readonly string[], width: number): RowFault | undefined => {
  if (cells.length < width) return 'missing-cells';
  return cells.slice(width).every(isBlank) ? undefined : 'surplus-cells';
};

/** A row as wide as its header, marked where it was not; null where it holds nothing. */
export const shapeRow = (row: TableRow, width: number): TableRow | null => {
  const { line, cells, error } = row;
  if (cells.length === width && error === undefined && !isBlank(cells[0] ?? '')) return row;
  if (error === undefined && cells.every(isBlank)) return null;
  const fault = error ?? faultOf(cells, width);
  const kept = cells.slice(0, fault === 'surplus-cells' ? MAX_COLUMNS : width);
  while (kept.length < width) kept.push('');
  return fault === undefined ? { line, cells: kept } : { line, cells: kept, error: fault };
};
