import { MAX_RECORD, type Separator } from './table.js';

export interface RecordFormat {
  readonly separator: Separator;
  readonly lineBreak: '\n' | '\r';
}

/** Where a mark stands next; searches the text again only where its last answer does not hold. */
export class Finder {
  private asked = Number.POSITIVE_INFINITY;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly mark: string,
  ) {}

  /** Infinity where there is none. */
  from(position: number): number {
    if (position >= this.asked && position <= this.at) return this.at;
    const found = this.text.indexOf(this.mark, position);
    this.asked = position;
    this.at = found === -1 ? Number.POSITIVE_INFINITY : found;
    return this.at;
  }
}

/** A stretch of the file's text, and where the marks in it stand. */
export interface Stretch {
  readonly text: string;
  /** Whether the file ends with it. */
  readonly isLast: boolean;
  readonly format: RecordFormat;
  readonly breaks: Finder;
  readonly separators: Finder;
  readonly quotes: Finder;
}

export const stretchOf = (text: string, isLast: boolean, format: RecordFormat): Stretch => ({
  text,
  isLast,
  format,
  breaks: new Finder(text, format.lineBreak),
  separators: new Finder(text, format.separator),
  quotes: new Finder(text, '"'),
});

/** `end` is the position of the line break that ends the record, or of the end of the file. */
export type ParsedRecord = { readonly cells: string[]; readonly end: number } | 'broken' | 'unfinished';

/** Instead of a position in the text. */
const BROKEN = -1;
const UNFINISHED = -2;
const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** Reads the record at a position as RFC 4180 has it; `unfinished` where its end lies beyond the stretch. */
export const parseRecord = (stretch: Stretch, start: number): ParsedRecord => {
  const { text, format } = stretch;
  const separator = format.separator.charCodeAt(0);
  const lineBreak = format.lineBreak.charCodeAt(0);
  const cells: string[] = [];
  let position = start;
  for (;;) {
    const isQuoted = text.charCodeAt(position) === QUOTE;
    const end = isQuoted ? readQuoted(stretch, position, start, cells) : readBare(stretch, position, cells);
    if (end < 0) return end === BROKEN ? 'broken' : 'unfinished';
    if (end >= text.length || text.charCodeAt(end) === lineBreak) return { cells, end };
    if (text.charCodeAt(end) !== separator) return 'broken';
    position = end + 1;
  }
};

/** Adds the cell that begins here, in which a quotation mark stands for itself, and tells where it ends. */
const readBare = ({ text, isLast, separators, breaks }: Stretch, start: number, cells: string[]): number => {
  const end = Math.min(separators.from(start), breaks.from(start), text.length);
  if (end === text.length && !isLast) return UNFINISHED;
  cells.push(text.slice(start, endsWithBreak(text, end - 1) && end > start ? end - 1 : end));
  return end;
};

/** Adds the cell that a quotation mark opens here, and tells where it ends. */
const readQuoted = (stretch: Stretch, opening: number, recordStart: number, cells: string[]): number => {
  const { text, isLast, quotes } = stretch;
  let hasDoubled = false;
  let position = opening + 1;
  for (;;) {
    const quote = quotes.from(position);
    if (Math.min(quote, text.length) - recordStart > MAX_RECORD) return BROKEN;
    if (quote >= text.length) return isLast ? BROKEN : UNFINISHED;
    // What follows the mark decides, and may lie in the next stretch.
    if (quote + 2 >= text.length && !isLast) return UNFINISHED;
    if (text.charCodeAt(quote + 1) !== QUOTE) {
      const content = text.slice(opening + 1, quote);
      cells.push(hasDoubled ? content.replaceAll('""', '"') : content);
      return quote + (endsWithBreak(text, quote + 1) ? 2 : 1);
    }
    hasDoubled = true;
    position = quote + 2;
  }
};

/** Whether a two-character line break stands here. */
const endsWithBreak = (text: string, position: number): boolean =>
  text.charCodeAt(position) === CARRIAGE_RETURN && text.charCodeAt(position + 1) === LINE_FEED;

/** How many lines of the file a record stands on. */
export const linesOf = ({ text, format }: Stretch, from: number, to: number): number => {
  let lines = 1;
  let at = text.indexOf(format.lineBreak, from);
  while (at !== -1 && at < to) {
    lines += 1;
    at = text.indexOf(format.lineBreak, at + 1);
  }
  return lines;
};
