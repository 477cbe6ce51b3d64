import { isRecord } from '../../../shared/record.js';
import { isSpellKind, type SpellKind } from '../../domain/kinds.js';
import { fieldsOf, isImportField, requiredOf, type ImportField, type ImportKind } from './fields.js';
import { guessColumns } from './header-guess.js';

/** Where a file keeps what, and what its codes mean. */
export interface ColumnMapping {
  /** Field to column name, as `columnNames` gives it. */
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  /** The employer's own codes; the common ones are known. */
  readonly codes: Readonly<Record<string, SpellKind>>;
}

export type MappingFaultCode = 'field-unmapped' | 'column-missing' | 'column-twice';
export interface MappingFault {
  readonly field: ImportField;
  readonly code: MappingFaultCode;
}

/** A field and the place of its column, in the order of the fields. */
export interface MappedField {
  readonly field: ImportField;
  readonly index: number;
}

/** Names that tell columns apart: a second "Dato" becomes "Dato (2)", one without a name "#3". */
export const columnNames = (headers: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    const name = header.trim() || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
};

export const guessMapping = (kind: ImportKind, columns: readonly string[]): ColumnMapping => ({
  columns: guessColumns(kind, columns),
  codes: {},
});

/** What keeps a mapping from being used on a file with these columns; nothing when it can. */
export const mappingFaults = (
  kind: ImportKind,
  mapping: ColumnMapping,
  columns: readonly string[],
): MappingFault[] => {
  const unmapped = requiredOf(kind).filter((choice) =>
    choice.every((field) => mapping.columns[field] === undefined),
  );
  const mapped = mappedEntries(kind, mapping);
  const missing = mapped.filter(([, column]) => !columns.includes(column));
  const twice = mapped.filter(
    ([, column], index) => mapped.findIndex((other) => other[1] === column) < index,
  );
  return [
    ...unmapped.flatMap(([field]) => (field ? [{ field, code: 'field-unmapped' } as const] : [])),
    ...missing.map(([field]) => ({ field, code: 'column-missing' }) as const),
    ...twice.map(([field]) => ({ field, code: 'column-twice' }) as const),
  ];
};

/** The mapped fields with the places of their columns. Columns that the file lacks are left out. */
export const mappedFields = (
  kind: ImportKind,
  mapping: ColumnMapping,
  columns: readonly string[],
): MappedField[] =>
  mappedEntries(kind, mapping)
    .map(([field, column]) => ({ field, index: columns.indexOf(column) }))
    .filter(({ index }) => index >= 0);

const mappedEntries = (kind: ImportKind, mapping: ColumnMapping): [ImportField, string][] =>
  fieldsOf(kind).flatMap((field): [ImportField, string][] => {
    const column = mapping.columns[field];
    return column === undefined ? [] : [[field, column]];
  });

/** Reads a mapping as a request or the database holds it; what cannot be one is left out. */
export const decodeMapping = (kind: ImportKind, value: unknown): ColumnMapping => {
  const given = isRecord(value) ? value : {};
  const columns: Partial<Record<ImportField, string>> = {};
  for (const [field, column] of Object.entries(isRecord(given['columns']) ? given['columns'] : {})) {
    if (isImportField(kind, field) && typeof column === 'string' && column !== '') columns[field] = column;
  }
  const codes: Record<string, SpellKind> = {};
  for (const [code, spellKind] of Object.entries(isRecord(given['codes']) ? given['codes'] : {})) {
    if (isSpellKind(spellKind)) codes[code] = spellKind;
  }
  return { columns, codes };
};
