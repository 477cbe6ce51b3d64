import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

export type CsvValue = string | number | null | Date;

export interface CsvOptions {
  /** What separates the decimals of numbers; spreadsheets in Denmark expect the comma. */
  readonly decimal?: ',' | '.';
}

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A spreadsheet runs a text that begins like this as a formula; behind an apostrophe it shows it. */
export const withoutFormula = (text: string): string =>
  /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;

/**
 * Writes rows as CSV that opens rightly in a Danish spreadsheet: UTF-8 with its mark, semicolons, ISO dates, no formula.
 * A fault of the rows ends the stream with that fault.
 */
export const writeCsv = (
  columns: readonly string[],
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
  { decimal = ',' }: CsvOptions = {},
): Readable => {
  const writer = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    header: true,
    columns: columns.map((column, index) => ({ key: String(index), header: withoutFormula(column) })),
    cast: {
      string: withoutFormula,
      number: (value) => String(value).replace('.', decimal),
      date: (value) => value.toISOString().slice(0, 10),
    },
  });
  // The stream carries its own fault to whoever reads it.
  pipeline(Readable.from(rows), writer, () => undefined);
  return writer;
};
