import type { ImportField } from './fields.js';
import type { MappedField } from './mapping.js';
import type { RejectionCode, WarningCode } from './remarks.js';

/** Why a row cannot be taken, and the field that shows it. */
export interface RowFault {
  readonly fault: RejectionCode;
  readonly field: ImportField | null;
}
export const faulty = (fault: RejectionCode, field: ImportField | null = null): RowFault => ({
  fault,
  field,
});
export const isFaulty = (row: object): row is RowFault => 'fault' in row;

/** A remark on a row that is taken nevertheless. */
export type RowRemark = WarningCode | null;

/** The trimmed cell of a field; empty where the file has no such column. */
export type CellReader = (cells: readonly string[], field: ImportField) => string;

export const cellReader = (fields: readonly MappedField[]): CellReader => {
  const places = new Map(fields.map(({ field, index }) => [field, index]));
  return (cells, field) => {
    const index = places.get(field);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
};
