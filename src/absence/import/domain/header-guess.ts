import { fieldsOf, type ImportField, type ImportKind } from './fields.js';
import { COLUMN_NAMES } from './header-names.js';

/** A name without what differs from system to system: case, stops, brackets, underlines. */
export const plain = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/([a-zæøå])([A-ZÆØÅ])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

/** How well a column's name fits a field: exactly, or as whole words of a longer name; 0 not at all. */
const fit = (name: string, candidates: readonly string[]): number => {
  const joined = name.replaceAll(' ', '');
  const exact = candidates.findIndex(
    (candidate) => candidate === name || candidate.replaceAll(' ', '') === joined,
  );
  if (exact >= 0) return 10_000 - exact;
  const words = ` ${name} `;
  const parts = candidates.filter((candidate) => words.includes(` ${candidate} `));
  const longest = Math.max(0, ...parts.map((candidate) => candidate.length));
  return longest === 0 ? 0 : 1000 + longest * 10 - name.length;
};

/**
 * Guesses which column holds which field by the columns' names alone. Each column serves one field, the best fit first.
 * @returns field to column name; fields without a likely column are left out.
 */
export const guessColumns = (
  kind: ImportKind,
  columns: readonly string[],
): Partial<Record<ImportField, string>> => {
  const fits = fieldsOf(kind).flatMap((field) =>
    columns.map((column) => ({ field, column, score: fit(plain(column), COLUMN_NAMES[kind][field] ?? []) })),
  );
  const guessed: Partial<Record<ImportField, string>> = {};
  const taken = new Set<string>();
  for (const { field, column, score } of fits.toSorted((a, b) => b.score - a.score)) {
    if (score === 0 || taken.has(column) || guessed[field] !== undefined) continue;
    guessed[field] = column;
    taken.add(column);
  }
  return guessed;
};
