import { change, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { monthsOf, type Period } from '../shared/period.js';
import { atomsOf } from './domain/atoms.js';
import type { EarlierCell } from './domain/difference.js';
import type { Reason } from './domain/reason.js';

/** The ways by which figures of groups leave a partnership's employers. All are decided against each other. */
export type Exit = 'report' | 'lab' | 'baseline' | 'effect' | 'settlement' | 'evaluator' | 'tracks';

/** A line of the release ledger: what has left the house of a measure, or why it has not. */
export interface LedgerLine<Measure extends string> extends Period {
  readonly measure: Measure;
  /** What the line is called where it is printed. */
  readonly cell: string;
  readonly units: readonly string[];
  /** The first days of its months; null where it is of all months of the period. */
  readonly months?: readonly LocalDate[] | null;
  /** null where the figure was shown. */
  readonly reason: Reason | null;
  /** What was released of each of the measure's quantities; none where few digits were told. */
  readonly amounts: readonly number[] | null;
}

export interface ReleasedCell<Measure extends string> extends EarlierCell, Period {
  readonly measure: Measure;
  readonly units: readonly string[];
}

/** What leaves at once: a report, a trial of the lab, an estimate. */
export interface ReleaseKey {
  readonly partnershipId: string;
  readonly exit: Exit;
  readonly release: string;
}

type LedgerRow<Measure extends string> = Omit<ReleasedCell<Measure>, 'atoms'> & {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly months: readonly LocalDate[] | null;
};

const withAtoms = <Measure extends string>({
  months,
  ...cell
}: LedgerRow<Measure>): ReleasedCell<Measure> => ({
  ...cell,
  atoms: atomsOf(cell.units, months ?? monthsOf(cell)),
});

/**
 * What else has been released by a partnership, by whichever exit, of a span of days. An evaluator's cells are of months;
 * who lets out nothing shorter of a workplace has them added up to quarters, so that there are fewer to compare with.
 */
export const releasedCells = async <Measure extends string>(
  tx: Tx,
  { partnershipId, exit, release }: ReleaseKey,
  span: Period,
  cellsBy: 'month' | 'quarter' = 'quarter',
): Promise<ReleasedCell<Measure>[]> => {
  const found = await rows<LedgerRow<Measure>>(
    tx,
    `select measure, units, lower(period) as "from", upper(period) - 1 as "to", months::text[], amounts,
       to_jsonb(read_at) #>> '{}' as "readAt"
     from (
       select measure, cell, units, period, months, amounts, read_at from released_cells
       where partnership_id = $1 and (exit, release) <> ($2, $3) and reason is null and period && daterange($4, $5, '[]')
         and (exit <> 'evaluator' or $6 = 'month')
       union all
       select measure, cell, units, daterange(cut::date, (cut + interval '3 months')::date), null,
         array_remove(array[sum(amounts[1]), sum(amounts[2]), sum(amounts[3])], null), read_at
       from released_cells cross join lateral date_trunc('quarter', lower(period)::timestamp) cut
       where partnership_id = $1 and (exit, release) <> ($2, $3) and reason is null and period && daterange($4, $5, '[]')
         and exit = 'evaluator' and $6 = 'quarter'
       group by release, measure, cell, units, cut, read_at) released
     order by read_at, measure, cell, period`,
    [partnershipId, exit, release, span.from, span.to, cellsBy],
  );
  return found.map(withAtoms);
};

/** What one release showed. */
export const shownBy = async <Measure extends string>(
  tx: Tx,
  { partnershipId, exit, release }: ReleaseKey,
): Promise<ReleasedCell<Measure>[]> => {
  const found = await rows<LedgerRow<Measure>>(
    tx,
    `select measure, units, lower(period) as "from", upper(period) - 1 as "to", months::text[], amounts,
       to_jsonb(read_at) #>> '{}' as "readAt"
     from released_cells
     where partnership_id = $1 and exit = $2 and release = $3 and reason is null order by measure, cell`,
    [partnershipId, exit, release],
  );
  return found.map(withAtoms);
};

/** Only one release of a partnership is made at a time: each is compared with all before it. */
export const lockReleases = (tx: Tx, partnershipId: string) =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`release ${partnershipId}`]);

/** Writes down what leaves the house. `readAt` is when its data were read. Nothing where the same left before. */
export const recordRelease = <Measure extends string>(
  tx: Tx,
  { partnershipId, exit, release }: ReleaseKey,
  lines: readonly LedgerLine<Measure>[],
  readAt: string | Date,
): Promise<number> =>
  change(
    tx,
    `insert into released_cells (partnership_id, exit, release, measure, cell, period, months, units, reason, amounts, read_at)
     select $1, $2, $3, measure, cell, daterange("from", "to", '[]'), months, units, reason, amounts, $5
     from jsonb_to_recordset($4) as given (measure text, cell text, "from" date, "to" date, months date[], units uuid[],
       reason text, amounts double precision[])
     on conflict do nothing`,
    [partnershipId, exit, release, JSON.stringify(lines), readAt],
  );
