import { openCsv } from './csv-table.js';
import { fileSource, readStart } from './source.js';
import { TableRefusal, type Table, type TableSource } from './table.js';
import { openXlsx } from './xlsx-table.js';

const startsWith = (start: Buffer, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => start[index] === byte);

/**
 * Opens the table in a file: CSV in any of the usual encodings and separators, or the first sheet of an XLSX workbook.
 * What the file is, its bytes say; its name is not asked.
 * @throws TableRefusal where the file is no table; a faulty row is no reason, it is given with its `error`.
 */
export const openTable = async (from: string | TableSource): Promise<Table> => {
  const source = typeof from === 'string' ? await fileSource(from) : from;
  const start = await readStart(source, 8);
  if (start.length === 0) throw new TableRefusal('empty');
  if (startsWith(start, 0x50, 0x4b, 0x03, 0x04)) return openXlsx(source);
  // OLE: Excel before 2007, and any later workbook under a password.
  if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) throw new TableRefusal('old-workbook');
  if (start.toString('latin1').startsWith('%PDF-')) throw new TableRefusal('not-a-table');
  return openCsv(source);
};
