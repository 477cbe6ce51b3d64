import { rows, type Tx } from '../platform/database/rows.js';
import type { Period } from '../shared/period.js';

export const PRODUCTION = [
  'open-cases',
  'conversations',
  'follow-ups-in-time',
  'closed-cases',
  'case-length',
  'overdue-follow-ups',
] as const;
export type Production = (typeof PRODUCTION)[number];

/** What was done in cases whose owner wears a hat, in a month; of what stands on a day, the month of that day. */
export interface ProductionRow {
  readonly measure: Production;
  readonly ownerHat: string;
  readonly month: string;
  readonly above: number;
  readonly below: number;
}

const AT = `date_trunc('month', $4::date)::date`;
const within = (day: string): string => `${day} between $3::date and $4::date`;
const month = (day: string): string => `date_trunc('month', ${day})::date`;

/**
 * The production of cases at some workplaces over whole months: those open and the steps overdue on the last day;
 * conversations held, steps due and done in time, cases closed and how many days they took in each month. A case counts
 * at the workplace that its unit was part of when it was opened.
 */
export const caseProduction = (
  tx: Tx,
  { tenantId, workplaces, period }: { tenantId: string; workplaces: readonly string[]; period: Period },
): Promise<ProductionRow[]> =>
  rows<ProductionRow>(
    tx,
    `with own as (
       select c.* from cases c
       where c.tenant_id = $1 and c.opened_on <= $4::date and exists (select from unit_versions v
         where v.tenant_id = $1 and v.unit_id = c.unit_id and v.valid @> c.opened_on and v.path && $2::uuid[])
     ), found as (
       select 'open-cases' as measure, owner_hat, ${AT} as month, 1 as above, 0 as below from own
       where closed_on is null or closed_on > $4::date
       union all
       select 'conversations', owner_hat, ${month('n.held_on')}, 1, 0 from own
       join contacts n on n.tenant_id = $1 and n.case_id = own.id
       where n.reached and n.kind in ('conversation', 'section-7a-talk') and ${within('n.held_on')}
       union all
       select 'closed-cases', owner_hat, ${month('closed_on')}, 1, 0 from own where ${within('closed_on')}
       union all
       select 'case-length', owner_hat, ${month('closed_on')}, closed_on - opened_on, 1 from own where ${within('closed_on')}
       union all
       select 'follow-ups-in-time', owner_hat, ${month('f.due_on')}, (coalesce(f.done_on <= f.due_on, false))::int, 1 from own
       join follow_ups f on f.tenant_id = $1 and f.case_id = own.id where ${within('f.due_on')}
       union all
       select 'overdue-follow-ups', owner_hat, ${AT}, 1, 0 from own
       join follow_ups f on f.tenant_id = $1 and f.case_id = own.id
       where f.due_on < $4::date and (f.done_on is null or f.done_on > $4::date)
         and (closed_on is null or closed_on > $4::date)
     )
     select measure, owner_hat as "ownerHat", month::text, sum(above)::int as above, sum(below)::int as below
     from found group by 1, 2, 3`,
    [tenantId, workplaces, period.from, period.to],
  );
