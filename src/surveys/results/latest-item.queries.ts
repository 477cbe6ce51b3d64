import { row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';

/** One item of a closed round for everybody asked, as the output policy of surveys let it out. */
export interface ItemOfRound {
  readonly closedOn: LocalDate;
  readonly invited: number;
  readonly answered: number | null;
  /** By choice, in their order; null where hidden. */
  readonly counts: readonly number[] | null;
}

/** The item in the last round of a questionnaire that was closed until a day. */
export const latestItem = (
  tx: Tx,
  tenantId: string,
  { instrumentId, itemId, on }: { instrumentId: string; itemId: string; on: LocalDate },
): Promise<ItemOfRound | null> =>
  row<ItemOfRound>(
    tx,
    `select r.closes_on as "closedOn", whole.invited, whole.answered, item -> 'counts' as counts
     from survey_rounds r
     join survey_results whole on whole.tenant_id = $1 and whole.round_id = r.round_id and whole.place = 0
     left join lateral (select item from jsonb_array_elements(whole.items) item where item ->> 'id' = $3
       and jsonb_typeof(item -> 'counts') = 'array') found on true
     where r.tenant_id = $1 and r.instrument ->> 'id' = $2 and r.closed_at is not null and r.closes_on <= $4::date
     order by r.closes_on desc, r.round_id desc limit 1`,
    [tenantId, instrumentId, itemId, on],
  );
