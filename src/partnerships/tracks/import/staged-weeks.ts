import { copyInto, copyLine } from '../../../platform/database/copy.js';
import { change, type Tx } from '../../../platform/database/rows.js';
import type { Table } from '../../../platform/tables/table.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { decodeWeekRow, WEEK_FIELDS, type Columns } from '../domain/week-row.js';

/** What stands between the cells of a staged row; no file holds it. */
const CELL_SEPARATOR = '\u001f';
/** A refused row is shown, not kept for ever: cells beyond this are cut. */
const LONGEST_CELLS = 1000;

/** The mapped cells of a staged row, by field. */
export const cellsOf = (cells: string): Record<string, string> =>
  Object.fromEntries(
    cells.split(CELL_SEPARATOR).map((cell, index) => [WEEK_FIELDS[index] ?? `${index}`, cell]),
  );

async function* linesOf(table: Table, columns: Columns, thisWeek: LocalDate): AsyncGenerator<string> {
  for await (const batch of table.batches()) {
    let text = '';
    for (const { line, cells, error } of batch.rows) {
      const shown = WEEK_FIELDS.map((field) => cells[columns[field] ?? -1] ?? '').join(CELL_SEPARATOR);
      const row = error === undefined ? decodeWeekRow(cells, columns, thisWeek) : 'row-broken';
      text +=
        typeof row === 'string'
          ? copyLine([line, row, shown.slice(0, LONGEST_CELLS), null, null, null, null, null])
          : copyLine([line, null, shown, row.caseNumber, row.week, row.benefit, row.coach, row.caseworker]);
    }
    yield text;
  }
}

/**
 * Streams a table into `incoming`, a table of this transaction alone: understood rows with their values, the others
 * with what is wrong with them. Constant memory. Two rows that say different things of one week are both refused: which
 * of them is true the authority knows.
 */
export const stageWeeks = async (
  tx: Tx,
  table: Table,
  columns: Columns,
  thisWeek: LocalDate,
): Promise<void> => {
  await change(
    tx,
    `create temp table incoming (line integer, fault text, cells text, case_number text, week date, benefit text,
       coach text, caseworker text) on commit drop`,
  );
  await copyInto(tx, 'incoming', linesOf(table, columns, thisWeek));
  await change(tx, 'analyze incoming');
  await change(
    tx,
    `update incoming i set fault = 'contradicts-another-row'
     from (select case_number, week from incoming where fault is null group by 1, 2
       having count(distinct (benefit, coach, caseworker)) > 1) twice
     where i.fault is null and i.case_number = twice.case_number and i.week = twice.week`,
  );
};
