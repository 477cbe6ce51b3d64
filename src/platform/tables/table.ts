import type { Readable } from 'node:stream';

/** Bytes that can be read from the beginning more than once: a file, or a stored file behind decryption. */
export interface TableSource {
  readonly size: number;
  open(): Readable;
}

export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = ';' | '\t' | ',';

/**
 * Why one row cannot be trusted as it stands; the rows after it can.
 * - `broken-quote`: a quotation mark opens and never closes, or closes in the middle of a cell
 * - `missing-cells`, `surplus-cells`: fewer or more cells than the header (blank ones at the end do not count)
 * - `record-too-long`: cut off, see `MAX_RECORD`
 * - `unprintable-characters`: held NUL, shown as U+FFFD
 */
export type RowFault =
  'broken-quote' | 'missing-cells' | 'surplus-cells' | 'record-too-long' | 'unprintable-characters';

export interface TableRow {
  /** As an editor or a spreadsheet counts it, from 1; the first line of a row that spans several. */
  readonly line: number;
  /** At least as many as the table has columns. */
  readonly cells: readonly string[];
  readonly error?: RowFault;
}

export interface TableBatch {
  readonly rows: readonly TableRow[];
  /** How much of the file has been read, 0 to 1. */
  readonly share: number;
}

/** A table as it stands in a file. Rows without any content are left out. */
export interface Table {
  readonly kind: 'csv' | 'xlsx';
  /** Null in a workbook, which has its own. */
  readonly encoding: TableEncoding | null;
  readonly separator: Separator | null;
  /** The name of the sheet read, null in a text file. */
  readonly sheet: string | null;
  /** The names in the header; `1`, `2`, … where the file begins with data at once. */
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  /** Reads the file from its beginning, in constant memory, at the speed of the one who asks. */
  batches(): AsyncIterable<TableBatch>;
}

/**
 * Why a file is no table at all.
 * - `not-a-table`: neither text in columns nor a workbook
 * - `empty`: nothing in it
 * - `old-workbook`: an .xls file, or a workbook locked by a password
 * - `damaged-workbook`: a workbook that does not open
 * - `workbook-too-large`: larger, or packed tighter, than a workbook of absences can be; as CSV it has no limit
 * - `too-many-columns`: see `MAX_COLUMNS`
 */
export type TableRefusalCode =
  'not-a-table' | 'empty' | 'old-workbook' | 'damaged-workbook' | 'workbook-too-large' | 'too-many-columns';

export class TableRefusal extends Error {
  override readonly name = 'TableRefusal';
  constructor(
    readonly code: TableRefusalCode,
    detail: string = code,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

export const MAX_COLUMNS = 1000;
/** Characters of one row of text. Beyond it a row is cut off and marked. */
export const MAX_RECORD = 256 * 1024;
