import { dialectOf, type Dialect } from './dialect.js';
import { decoderOf, encodingOf } from './encoding.js';
import { findHeader, type Header } from './header.js';
import { RecordScanner } from './record-scanner.js';
import { shapeRow } from './row-shape.js';
import { bytesOf, readStart } from './source.js';
import {
  TableRefusal,
  type Table,
  type TableBatch,
  type TableEncoding,
  type TableRow,
  type TableSource,
} from './table.js';

const SAMPLE = 64 * 1024;
const HEADER_WITHIN_ROWS = 20;

interface CsvForm {
  readonly encoding: TableEncoding;
  readonly dialect: Dialect;
  readonly header: Header;
}

/** Control characters, halves of pairs, code points nobody uses: text has next to none, packed bytes are full of them. */
const STRANGE = /[^\P{C}\s]|\ufffd/gu;
const isText = (sample: string): boolean => (sample.match(STRANGE)?.length ?? 0) * 200 <= sample.length;

/** A page or a document saved under a table's name. */
const MARKUP = /^\s*[<{]/;

/** Ends a sample at its last line break, so that half a row misleads nobody. */
const wholeLines = (sample: string, isWhole: boolean): string => {
  const end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
  if (isWhole) return end === sample.length - 1 ? sample : `${sample}\n`;
  if (end === -1) throw new TableRefusal('not-a-table', 'the first line does not end');
  return sample.slice(0, end + 1);
};

/** Rows of the sample with content, after the lines that are none. */
const firstRows = (sample: string, dialect: Dialect): TableRow[] => {
  const scanner = new RecordScanner(dialect);
  return [...scanner.push(sample), ...scanner.end()]
    .filter((row) => row.line > dialect.linesBefore)
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''))
    .slice(0, HEADER_WITHIN_ROWS);
};

const formOf = async (source: TableSource): Promise<CsvForm> => {
  const encoding = await encodingOf(source);
  const start = await readStart(source, SAMPLE);
  const text = decoderOf(encoding).write(start);
  if (!isText(text) || MARKUP.test(text)) throw new TableRefusal('not-a-table');
  const sample = wholeLines(text, source.size <= SAMPLE);
  const dialect = dialectOf(sample);
  const header = findHeader(firstRows(sample, dialect));
  return { encoding, dialect, header };
};

const shapeRows = (rows: readonly TableRow[], { columns, lastLine }: Header): TableRow[] => {
  const shaped: TableRow[] = [];
  for (const row of rows) {
    const fitted = row.line > lastLine ? shapeRow(row, columns.length) : null;
    if (fitted) shaped.push(fitted);
  }
  return shaped;
};

async function* batchesOf(
  source: TableSource,
  { encoding, dialect, header }: CsvForm,
): AsyncGenerator<TableBatch> {
  const decoder = decoderOf(encoding);
  const scanner = new RecordScanner(dialect, header.columns.length);
  let bytes = 0;
  for await (const chunk of bytesOf(source)) {
    bytes += chunk.length;
    const rows = shapeRows(scanner.push(decoder.write(chunk)), header);
    if (rows.length > 0) yield { rows, share: Math.min(1, bytes / source.size) };
  }
  const tail = decoder.end() ?? '';
  const rows = shapeRows([...scanner.push(tail), ...scanner.end()], header);
  if (rows.length > 0) yield { rows, share: 1 };
}

/** Opens a text file of rows, in whatever encoding and with whatever separator it was written. */
export const openCsv = async (source: TableSource): Promise<Table> => {
  const form = await formOf(source);
  return {
    kind: 'csv',
    encoding: form.encoding,
    separator: form.dialect.separator,
    sheet: null,
    columns: form.header.columns,
    hasHeader: form.header.hasHeader,
    batches: () => batchesOf(source, form),
  };
};
