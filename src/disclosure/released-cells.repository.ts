import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { monthsOf, type Period } from '../shared/period.js';
import { atomsOf } from './domain/atoms.js';
import type { EarlierCell } from './domain/difference.js';
import type { Reason } from './domain/reason.js';

/** A line of the release ledger: what has left the house of a measure, or why it has not. */
export interface LedgerLine<Measure extends string> extends Period {
  readonly measure: Measure;
  /** What the line is called where it is printed. */
  readonly cell: string;
  readonly units: readonly string[];
  /** null where the figure was shown. */
  readonly reason: Reason | null;
  /** What was released of each of the measure's quantities. */
  readonly amounts: readonly number[] | null;
}

export interface ReleasedCell<Measure extends string> extends EarlierCell, Period {
  readonly measure: Measure;
  readonly units: readonly string[];
}

interface ReleaseKey {
  readonly partnershipId: string;
  readonly reportId: string;
}

type LedgerRow<Measure extends string> = Omit<ReleasedCell<Measure>, 'atoms'> & {
  readonly from: LocalDate;
  readonly to: LocalDate;
};

/** What the other reports of a partnership have released of a span of days. */
export const releasedCells = async <Measure extends string>(
  tx: Tx,
  { partnershipId, reportId }: ReleaseKey,
  span: Period,
): Promise<ReleasedCell<Measure>[]> => {
  const found = await rows<LedgerRow<Measure>>(
    tx,
    `select measure, units, lower(period) as "from", upper(period) - 1 as "to", amounts,
       to_jsonb(read_at) #>> '{}' as "readAt"
     from released_cells
     where partnership_id = $1 and report_id <> $2 and reason is null and period && daterange($3, $4, '[]')
     order by read_at, measure, cell, period`,
    [partnershipId, reportId, span.from, span.to],
  );
  return found.map((cell) => ({ ...cell, atoms: atomsOf(cell.units, monthsOf(cell)) }));
};

/** Only one report of a partnership is released at a time: each is compared with all before it. */
export const lockReleases = (tx: Tx, partnershipId: string) =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`release ${partnershipId}`]);

/** Writes down what leaves the house with a report. `readAt` is when its data were read. */
export const recordRelease = <Measure extends string>(
  tx: Tx,
  { partnershipId, reportId }: ReleaseKey,
  lines: readonly LedgerLine<Measure>[],
  readAt: string,
) =>
  tx.query(
    `insert into released_cells (partnership_id, report_id, measure, cell, period, units, reason, amounts, read_at)
     select $1, $2, measure, cell, daterange("from", "to", '[]'), units, reason, amounts, $4
     from jsonb_to_recordset($3) as given (measure text, cell text, "from" date, "to" date, units uuid[], reason text,
       amounts double precision[])`,
    [partnershipId, reportId, JSON.stringify(lines), readAt],
  );
