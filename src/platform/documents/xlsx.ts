import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';

export type XlsxFormat = 'text' | 'integer' | 'decimal' | 'percent' | 'date';
/** Text in a column of numbers stands for a figure that is not shown. */
export type XlsxValue = string | number | null | Date;

export interface XlsxColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Percent expects a share: 0.052 shows as 5.2%. */
  readonly format?: XlsxFormat;
}

export interface XlsxSheet {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: Iterable<readonly XlsxValue[]> | AsyncIterable<readonly XlsxValue[]>;
}

/** A sheet of words: what the figures are, where they come from. */
export interface XlsxNote {
  readonly name: string;
  readonly lines: readonly string[];
}

const FORMATS: Readonly<Record<XlsxFormat, string>> = {
  // Text stays text when somebody edits it, even if it begins like a formula.
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.00',
  percent: '0.0%',
  date: 'dd-mm-yyyy',
};
const ROWS_AT_ONCE = 500;

/** Excel allows 31 characters, some of them not at all, and no name twice. */
const sheetName = (name: string, taken: ReadonlySet<string>): string => {
  const clean =
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet';
  let free = clean;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${clean.slice(0, 27)} (${number})`;
  return free;
};

/** The writer takes rows faster than a slow reader fetches them: waits for the reader, and lets others work. */
const catchUp = async (stream: Writable): Promise<void> => {
  if (stream.destroyed) throw new Error('the reader went away');
  if (stream.writableNeedDrain) await once(stream, 'drain');
  else await setImmediate();
};

const addHeader = (sheet: ExcelJS.Worksheet, columns: readonly XlsxColumn[]): void => {
  const header = sheet.addRow(columns.map((column) => column.header));
  header.eachCell((cell, number) => {
    const isText = (columns[number - 1]?.format ?? 'text') === 'text';
    Object.assign(cell, { font: { bold: true }, numFmt: '@' });
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: isText ? 'left' : 'right' };
  });
  header.commit();
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } };
};

const addRow = (
  sheet: ExcelJS.Worksheet,
  values: readonly XlsxValue[],
  columns: readonly XlsxColumn[],
): void => {
  const row = sheet.addRow([...values]);
  for (const [index, value] of values.entries()) {
    const isPlaceholder = typeof value === 'string' && (columns[index]?.format ?? 'text') !== 'text';
    if (isPlaceholder) row.getCell(index + 1).alignment = { horizontal: 'right' };
  }
  row.commit();
};

const addTable = async (
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  table: XlsxSheet,
  name: string,
  out: Writable,
): Promise<void> => {
  const { columns, rows } = table;
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, format = 'text' }) => ({
    width,
    style: { numFmt: FORMATS[format] },
  }));
  addHeader(sheet, columns);
  let count = 0;
  for await (const values of rows) {
    addRow(sheet, values, columns);
    count += 1;
    if (count % ROWS_AT_ONCE === 0) await catchUp(out);
  }
  sheet.commit();
};

const addNote = (book: ExcelJS.stream.xlsx.WorkbookWriter, note: XlsxNote, name: string): void => {
  const sheet = book.addWorksheet(name);
  sheet.columns = [{ width: 110, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } }];
  for (const line of note.lines) sheet.addRow([line]).commit();
  sheet.commit();
};

const fill = async (sheets: readonly (XlsxSheet | XlsxNote)[], stream: PassThrough): Promise<void> => {
  // Half a second of loading that most processes never need.
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const taken = new Set<string>();
  for (const sheet of sheets) {
    const name = sheetName(sheet.name, taken);
    taken.add(name.toLowerCase());
    if ('lines' in sheet) addNote(book, sheet, name);
    else await addTable(book, sheet, name, stream);
  }
  await book.commit();
};

/**
 * Writes a workbook sheet by sheet, in constant memory. No text of the rows becomes a formula.
 * @throws the fault of the rows, or of `out`.
 */
export const writeWorkbook = async (
  sheets: readonly (XlsxSheet | XlsxNote)[],
  out: Writable,
): Promise<void> => {
  const stream = new PassThrough();
  const filled = fill(sheets, stream).catch((fault: unknown) => {
    stream.destroy(fault instanceof Error ? fault : new Error(String(fault)));
    throw fault;
  });
  await Promise.all([filled, pipeline(stream, out)]);
};
