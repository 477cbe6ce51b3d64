import { copyInto, copyLine, isPlain } from '../../platform/database/copy.js';
import { change, type Tx } from '../../platform/database/rows.js';
import type { Table, TableRow } from '../../platform/tables/table.js';
import type { MappedField } from './domain/mapping.js';
import { faulty, isFaulty, type RowFault, type RowRemark } from './domain/row.js';

type Value = string | number | null;

/** How rows of one kind of file are staged. */
export interface Staging {
  /** Columns of the staged rows beside the common ones, as in `create table`. */
  readonly columns: string;
  /** How many those are. */
  readonly width: number;
  /** Mapped columns, in the order in which a refused row is shown. */
  readonly fields: readonly MappedField[];
  decode(
    cells: readonly string[],
  ): { readonly values: readonly Value[]; readonly remark: RowRemark } | RowFault;
}

/** What stands between the cells of a staged row; no file holds it. */
export const CELL_SEPARATOR = '\u001f';
/** A refused row is shown, not kept for ever: cells beyond this are cut. */
const LONGEST_CELLS = 4000;

const COMMON = 'line integer, remark text, fault text, field text, cells text';

export interface ReadSoFar {
  readonly rows: number;
  /** Share of the file, 0 to 1. */
  readonly share: number;
}

const BROKEN = faulty('row-broken');

/** The staged line of a row. What it is decoded to holds no character that its mapped cells do not. */
const lineOf = ({ line, cells, error }: TableRow, staging: Staging, nothing: readonly Value[]): string => {
  let shown = '';
  let before = '';
  for (const { index } of staging.fields) {
    shown += before + (cells[index] ?? '');
    before = CELL_SEPARATOR;
  }
  const plain = isPlain(shown);
  if (shown.length > LONGEST_CELLS) shown = shown.slice(0, LONGEST_CELLS);
  const row = error === undefined ? staging.decode(cells) : BROKEN;
  return 'fault' in row
    ? copyLine([line, null, row.fault, row.field, shown, ...nothing], plain)
    : copyLine([line, row.remark, null, null, shown, ...row.values], plain);
};

async function* linesOf(
  table: Table,
  staging: Staging,
  tell: (read: ReadSoFar) => void,
): AsyncGenerator<string> {
  const nothing = new Array<Value>(staging.width).fill(null);
  let rows = 0;
  for await (const batch of table.batches()) {
    let text = '';
    for (const row of batch.rows) text += lineOf(row, staging, nothing);
    rows += batch.rows.length;
    tell({ rows, share: batch.share });
    yield text;
  }
}

/**
 * Streams a table into `incoming`, a table of this transaction alone: understood rows with their values, the others
 * with what is wrong with them. Constant memory.
 * @param tell hears after each batch how far it is; what it throws stops the reading
 */
export const stageRows = async (
  tx: Tx,
  table: Table,
  staging: Staging,
  tell: (read: ReadSoFar) => void,
): Promise<void> => {
  await change(tx, `create temp table incoming (${COMMON}, ${staging.columns}) on commit drop`);
  await copyInto(tx, 'incoming', linesOf(table, staging, tell));
  await change(tx, 'analyze incoming');
};

/** Turns a decoder of rows into one of staged values. */
export const stagedBy =
  <Row extends { readonly remark: RowRemark }>(
    decode: (cells: readonly string[]) => Row | RowFault,
    valuesOf: (row: Row) => Value[],
  ) =>
  (cells: readonly string[]) => {
    const row = decode(cells);
    return isFaulty(row) ? row : { values: valuesOf(row), remark: row.remark };
  };
