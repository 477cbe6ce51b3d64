import { MAX_COLUMNS, type RowFault, type TableRow } from './table.js';
import { textOfNumber } from './xlsx-number.js';
import { unescapeText } from './xlsx-strings.js';
import type { Workbook } from './xlsx-workbook.js';
import type { XmlHandlers } from './xml.js';

/** Excel's own limit for one cell. */
const MAX_CELL = 32_767;

/** The column of a reference like `BC7`, from 0; -1 without letters. */
export const columnOf = (reference: string): number => {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
};

/** Collects the rows of a sheet from its XML. */
export class SheetRows implements XmlHandlers {
  private rows: TableRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private fault: RowFault | undefined;
  private column = -1;
  private type = '';
  private style = 0;
  private content = '';
  private isContent = false;
  private isPhonetic = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly strings: readonly string[],
  ) {}

  get count(): number {
    return this.rows.length;
  }

  /** The rows completed since it was last asked. */
  take(): TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes['r']);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'rPh') this.isPhonetic = true;
    this.isContent = name === 'v' || (name === 't' && !this.isPhonetic);
  }

  text(text: string): void {
    if (this.isContent && this.content.length < MAX_CELL) this.content += text;
  }

  close(name: string): void {
    this.isContent = false;
    if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(number: string | undefined): void {
    this.line = Number(number) || this.line + 1;
    this.cells = [];
    this.fault = undefined;
    this.column = -1;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.content = '';
  }

  private closeCell(): void {
    const text = this.textOfCell();
    if (text === '' || this.column < 0) return;
    if (this.column >= MAX_COLUMNS) {
      this.fault = 'surplus-cells';
      return;
    }
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private textOfCell(): string {
    const { content, type } = this;
    if (type === 's') return content === '' ? '' : (this.strings[Number(content)] ?? '');
    if (type === 'b') return content === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return content.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    if (type !== 'n') return unescapeText(content).slice(0, MAX_CELL);
    const meaning = this.workbook.meanings[this.style] ?? { kind: 'number' };
    return textOfNumber(content, meaning, this.workbook.since1904);
  }

  private closeRow(): void {
    const { line, cells, fault } = this;
    this.rows.push(fault === undefined ? { line, cells } : { line, cells, error: fault });
  }
}
