/** A part of a paper: a paragraph, points, or a table whose first column names what the row is about. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** How wide each column is beside the others. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Section {
  readonly heading: string;
  readonly parts: readonly Part[];
}

export const text = (words: string): Part => ({ kind: 'text', text: words });
export const points = (...entries: readonly string[]): Part => ({ kind: 'points', points: entries });
export const table = (
  columns: Readonly<Record<string, number>>,
  rows: readonly (readonly string[])[],
): Part => ({ kind: 'table', columns: Object.keys(columns), widths: Object.values(columns), rows });
