import { linesOf, parseRecord, stretchOf, type RecordFormat, type Stretch } from './record-parser.js';
import { MAX_RECORD, type RowFault, type TableRow } from './table.js';

const SHOWN_OF_A_LONG_LINE = 200;

interface Reading {
  readonly cells: string[];
  readonly fault?: RowFault;
  /** Position of the line break after it. */
  readonly end: number;
  readonly lines: number;
}

/**
 * Splits the text of a CSV file, arriving in pieces, into its rows.
 *
 * A quotation mark that opens a cell and never closes would, read as RFC 4180 has it, swallow the rows after it. Here
 * such a row is given as `broken-quote` and reading goes on at the next line, so that no other row is lost.
 */
export class RecordScanner {
  private rest = '';
  private line = 1;
  private isSkipping = false;

  /** @param width cells of a sound row, if known: a row over several lines that misses it was an open quote. */
  constructor(
    private readonly format: RecordFormat,
    private readonly width: number | null = null,
  ) {}

  push(text: string): TableRow[] {
    return this.scan(this.rest + text, false);
  }

  end(): TableRow[] {
    return this.scan(this.rest, true);
  }

  private scan(text: string, isLast: boolean): TableRow[] {
    const stretch = stretchOf(text, isLast, this.format);
    const hasNul = text.includes('\0');
    const rows: TableRow[] = [];
    let position = this.skip(stretch);
    while (position < text.length) {
      const reading = this.read(stretch, position);
      if (!reading) break;
      rows.push(this.rowOf(reading, hasNul));
      this.line += reading.lines;
      position = reading.end + 1;
    }
    this.rest = text.slice(position);
    return rows;
  }

  /** Passes over what is left of a line that was too long. */
  private skip({ text, breaks }: Stretch): number {
    if (!this.isSkipping) return 0;
    const end = breaks.from(0);
    if (end === Number.POSITIVE_INFINITY) return text.length;
    this.isSkipping = false;
    this.line += 1;
    return end + 1;
  }

  /** The row at a position; null while its end has not arrived. */
  private read(stretch: Stretch, start: number): Reading | null {
    const { text, isLast, breaks, quotes } = stretch;
    const lineEnd = Math.min(breaks.from(start), text.length);
    const isOpen = lineEnd === text.length && !isLast;
    if (lineEnd - start > MAX_RECORD) return this.cutOff(text, start, lineEnd, isOpen);
    if (quotes.from(start) >= lineEnd) {
      return isOpen ? null : { cells: this.split(text.slice(start, lineEnd)), end: lineEnd, lines: 1 };
    }
    const record = parseRecord(stretch, start);
    if (record === 'unfinished') return null;
    const lines = record === 'broken' || record.end === lineEnd ? 1 : linesOf(stretch, start, record.end);
    if (record !== 'broken' && !this.isRunTogether(record.cells, lines)) return { ...record, lines };
    if (isOpen) return null;
    return { cells: this.split(text.slice(start, lineEnd)), fault: 'broken-quote', end: lineEnd, lines: 1 };
  }

  private cutOff(text: string, start: number, end: number, isOpen: boolean): Reading {
    this.isSkipping = isOpen;
    const cells = [text.slice(start, start + SHOWN_OF_A_LONG_LINE)];
    return { cells, fault: 'record-too-long', end, lines: isOpen ? 0 : 1 };
  }

  /** Whether an opening mark in one row met a chance closing mark in a later one. */
  private isRunTogether(cells: readonly string[], lines: number): boolean {
    return lines > 1 && this.width !== null && cells.length !== this.width;
  }

  private split(line: string): string[] {
    const text = this.format.lineBreak === '\n' && line.endsWith('\r') ? line.slice(0, -1) : line;
    return text.split(this.format.separator);
  }

  private rowOf({ cells, fault }: Reading, mayHoldNul: boolean): TableRow {
    const { line } = this;
    if (mayHoldNul && cells.some((cell) => cell.includes('\0'))) {
      const shown = cells.map((cell) => cell.replaceAll('\0', '\ufffd'));
      return { line, cells: shown, error: fault ?? 'unprintable-characters' };
    }
    return fault === undefined ? { line, cells } : { line, cells, error: fault };
  }
}
