import { addMonths, firstOfMonth, type LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';
import { fieldsOf, type ImportField, type ImportKind } from './fields.js';
import { plain } from './header-guess.js';
import { guessMapping, type ColumnMapping } from './mapping.js';

/** The source of files that name no other. */
export const PAYROLL_SOURCE = 'payroll';

/** The same column under a name that differs only in case, stops or spaces. */
const columnLike = (name: string, columns: readonly string[]): string =>
  columns.includes(name) ? name : (columns.find((column) => plain(column) === plain(name)) ?? name);

/**
 * How a file is read at first: as its profile says, else as guessed. A profile's columns that the file lacks stay, so
 * that they are seen to be missing.
 */
export const mappingForFile = (
  kind: ImportKind,
  columns: readonly string[],
  profile: { readonly mapping: ColumnMapping } | null,
): ColumnMapping => {
  if (!profile) return guessMapping(kind, columns);
  const columnsOfFile: Partial<Record<ImportField, string>> = {};
  for (const field of fieldsOf(kind)) {
    const name = profile.mapping.columns[field];
    if (name !== undefined) columnsOfFile[field] = columnLike(name, columns);
  }
  return { ...profile.mapping, columns: columnsOfFile };
};

/**
 * The days for which a snapshot is complete (definitions 3.1): whole months back from the day of the data.
 * @param months null where files are deltas
 */
export const windowOf = (months: number | null, dataAsOf: LocalDate): Period | null =>
  months === null ? null : { from: addMonths(firstOfMonth(dataAsOf), 1 - months), to: dataAsOf };
