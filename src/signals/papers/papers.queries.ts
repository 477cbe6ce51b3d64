import { row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';

export interface PreparationRow {
  readonly employer: string;
  readonly approvedBy: string | null;
  readonly approvedOn: LocalDate | null;
  readonly discussedOn: LocalDate | null;
  readonly informedOn: LocalDate | null;
  readonly noticeDays: number | null;
  readonly liveFrom: LocalDate | null;
}

/** The employer's name, and what is recorded of its preparation so far. */
export const findPreparation = (tx: Tx, tenantId: string): Promise<PreparationRow | null> =>
  row<PreparationRow>(
    tx,
    `select e.name as employer, g.dpia_approved_by as "approvedBy", g.dpia_approved_on as "approvedOn",
       g.works_council_on as "discussedOn", g.informed_on as "informedOn", g.notice_days as "noticeDays",
       g.live_from as "liveFrom"
     from employers e left join go_lives g on g.tenant_id = e.tenant_id where e.tenant_id = $1`,
    [tenantId],
  );
