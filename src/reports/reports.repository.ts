import { change, row, rows, type Tx } from '../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../platform/http/page.js';
import type { Period } from '../shared/period.js';
import type { ReportContent, ReportState } from './reports.view.js';

export interface StoredReport extends Period {
  readonly id: string;
  readonly partnershipId: string;
  readonly state: ReportState;
  /** Null where it was made by itself, or for the operator. */
  readonly orderedBy: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = `partnership_id as "partnershipId", id, lower(period) as "from", upper(period) - 1 as "to", state,
  created_by_hat as "orderedBy", created_at as "createdAt", finished_at as "finishedAt"`;

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
