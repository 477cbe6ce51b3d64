import { findHeader, type Header } from './header.js';
import { shapeRow } from './row-shape.js';
import type { Table, TableBatch, TableRow, TableSource } from './table.js';
import { openArchive, type Archive } from './xlsx-archive.js';
import { SheetRows } from './xlsx-sheet.js';
import { readSharedStrings } from './xlsx-strings.js';
import { readWorkbook, type Workbook } from './xlsx-workbook.js';
import { walkXml } from './xml.js';

const HEADER_WITHIN_ROWS = 20;
const ROWS_AT_ONCE = 1000;

interface OpenWorkbook {
  readonly archive: Archive;
  readonly workbook: Workbook;
  readonly strings: readonly string[];
}

async function* sheetRows({ archive, workbook, strings }: OpenWorkbook): AsyncGenerator<TableBatch> {
  const size = archive.sizeOf(workbook.sheetPart);
  const sheet = new SheetRows(workbook, strings);
  let read = 0;
  for await (const characters of walkXml(archive.text(workbook.sheetPart), sheet)) {
    read += characters;
    if (sheet.count >= ROWS_AT_ONCE) yield { rows: sheet.take(), share: Math.min(1, read / size) };
  }
  if (sheet.count > 0) yield { rows: sheet.take(), share: 1 };
}

const firstRows = async (open: OpenWorkbook): Promise<TableRow[]> => {
  const rows: TableRow[] = [];
  for await (const batch of sheetRows(open)) {
    rows.push(...batch.rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')));
    if (rows.length >= HEADER_WITHIN_ROWS) break;
  }
  return rows.slice(0, HEADER_WITHIN_ROWS);
};

/** A sheet does not write the blank cells at the end of a row: a short row there lacks nothing. */
const widen = (row: TableRow, width: number): TableRow => {
  if (row.cells.length >= width) return row;
  return { ...row, cells: [...row.cells, ...Array.from({ length: width - row.cells.length }, () => '')] };
};

async function* batchesOf(open: OpenWorkbook, { columns, lastLine }: Header): AsyncGenerator<TableBatch> {
  for await (const { rows, share } of sheetRows(open)) {
    const shaped = rows
      .filter((row) => row.line > lastLine)
      .flatMap((row) => shapeRow(widen(row, columns.length), columns.length) ?? []);
    if (shaped.length > 0) yield { rows: shaped, share };
  }
}

/** Opens the first sheet of a workbook. */
export const openXlsx = async (source: TableSource): Promise<Table> => {
  const archive = await openArchive(source);
  const workbook = await readWorkbook(archive);
  const open = { archive, workbook, strings: await readSharedStrings(archive, workbook.stringsPart) };
  const header = findHeader(await firstRows(open));
  return {
    kind: 'xlsx',
    encoding: null,
    separator: null,
    sheet: workbook.sheetName,
    columns: header.columns,
    hasHeader: header.hasHeader,
    batches: () => batchesOf(open, header),
  };
};
