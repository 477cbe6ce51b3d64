import { atomsOf } from '../disclosure/index.js';
import { change, row, rows, type Tx } from '../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../platform/http/page.js';
import type { LocalDate } from '../shared/local-date.js';
import { monthsOf, type Period } from '../shared/period.js';
import type { LedgerCell, Quantity } from './domain/decisions.js';
import type { NewCell } from './domain/ledger.js';
import type { ReportContent, ReportState } from './reports.view.js';

export interface StoredReport extends Period {
  readonly id: string;
  readonly partnershipId: string;
  readonly state: ReportState;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = `partnership_id as "partnershipId", id, lower(period) as "from", upper(period) - 1 as "to", state,
  created_at as "createdAt", finished_at as "finishedAt"`;

export const insertReport = async (
  tx: Tx,
  partnershipId: string,
  period: Period,
  hatId: string | null,
): Promise<StoredReport> => {
  const made = await row<StoredReport>(
    tx,
    `insert into partnership_reports (partnership_id, period, state, created_by_hat)
     values ($1, daterange($2, $3, '[]'), 'building', $4) returning ${COLUMNS}`,
    [partnershipId, period.from, period.to, hatId],
  );
  if (!made) throw new Error('the report was not made');
  return made;
};

export const findReport = (
  tx: Tx,
  partnershipId: string,
  id: string,
): Promise<(StoredReport & { content: ReportContent | null }) | null> =>
  row(tx, `select ${COLUMNS}, content from partnership_reports where partnership_id = $1 and id = $2`, [
    partnershipId,
    id,
  ]);

/** A page of reports, the newest first, and how many there are. */
export const listReports = async (
  tx: Tx,
  partnershipId: string,
  page: PageQuery,
): Promise<{ items: StoredReport[]; total: number }> => {
  const items = await rows<StoredReport>(
    tx,
    `select ${COLUMNS} from partnership_reports where partnership_id = $1
     order by created_at desc, id desc limit $2 offset $3`,
    [partnershipId, page.pageSize, offsetOf(page)],
  );
  const counted = await row<{ total: number }>(
    tx,
    'select count(*)::int as total from partnership_reports where partnership_id = $1',
    [partnershipId],
  );
  return { items, total: counted?.total ?? 0 };
};

interface LedgerRow {
  readonly measure: Quantity;
  readonly units: string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly amounts: number[];
  readonly readAt: string;
}

export interface ReleasedBefore extends LedgerCell, Period {
  readonly units: readonly string[];
}

/** What other reports have released of these days' calendar years. */
export const releasedCells = async (
  tx: Tx,
  partnershipId: string,
  reportId: string,
  years: Period,
): Promise<ReleasedBefore[]> => {
  const found = await rows<LedgerRow>(
    tx,
    `select measure, units, lower(period) as "from", upper(period) - 1 as "to", amounts, to_jsonb(read_at) #>> '{}' as "readAt"
     from released_cells
     where partnership_id = $1 and report_id <> $2 and reason is null and period && daterange($3, $4, '[]')
     order by read_at, measure, cell, period`,
    [partnershipId, reportId, years.from, years.to],
  );
  return found.map(({ measure, ...cell }) => ({
    ...cell,
    quantity: measure,
    atoms: atomsOf(cell.units, monthsOf(cell)),
  }));
};

/** Only one report of a partnership is released at a time: each is compared with all before it. */
export const lockLedger = (tx: Tx, partnershipId: string) =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`release ${partnershipId}`]);

export const insertCells = (tx: Tx, report: StoredReport, cells: readonly NewCell[], readAt: string) =>
  tx.query(
    `insert into released_cells (partnership_id, report_id, measure, cell, period, units, reason, amounts, read_at)
     select $1, $2, measure, cell, daterange("from", "to", '[]'), units, reason, amounts, $4
     from jsonb_to_recordset($3) as given (measure text, cell text, "from" date, "to" date, units uuid[], reason text,
       amounts double precision[])`,
    [report.partnershipId, report.id, JSON.stringify(cells), readAt],
  );

/** Stores what a report says. Nothing when another run was first. */
export const finishReport = async (tx: Tx, report: StoredReport, content: ReportContent): Promise<boolean> =>
  (await change(
    tx,
    `update partnership_reports set state = 'ready', content = $3, failure = null, finished_at = now()
     where partnership_id = $1 and id = $2 and state <> 'ready'`,
    [report.partnershipId, report.id, JSON.stringify(content)],
  )) > 0;

export const failReport = (
  tx: Tx,
  { partnershipId, reportId }: { partnershipId: string; reportId: string },
) =>
  change(
    tx,
    `update partnership_reports set state = 'failed', failure = 'build-failed', finished_at = now()
     where partnership_id = $1 and id = $2 and state <> 'ready'`,
    [partnershipId, reportId],
  );
