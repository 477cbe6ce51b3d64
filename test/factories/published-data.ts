import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A small public data set whose estimates are published; where each comes from: test/fixtures/evidence/README.md. */
export interface PublishedData {
  readonly rows: number;
  /** @throws Error where there is no such column. */
  text(name: string): string[];
  /** NaN where a cell is empty. @throws Error where there is no such column. */
  numbers(name: string): number[];
}

export const publishedData = (file: string): PublishedData => {
  const path = join('test/fixtures/evidence', file);
  const [header = [], ...rows]: string[][] = parse(readFileSync(path, 'utf8'), {
    delimiter: file.endsWith('.txt') ? '\t' : ',',
    relax_column_count: true,
  });
  const text = (name: string): string[] => {
    const place = header.indexOf(name);
    if (place < 0) throw new Error(`${file} has no column ${name}`);
    return rows.map((row) => row[place] ?? '');
  };
  return {
    rows: rows.length,
    text,
    numbers: (name) => text(name).map((cell) => (cell === '' ? NaN : Number(cell))),
  };
};
