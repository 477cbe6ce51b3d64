import { rows, type Tx } from '../platform/database/rows.js';

/** Help at workplaces and by specialists (definitions 4.5); waiting days are those of referrals held in the month. */
export const HELP = ['workplace-visits', 'referrals-asked', 'referrals-held', 'waiting-days'] as const;
export type Help = (typeof HELP)[number];

/** What was done at a workplace in a month. */
export interface HelpFact {
  readonly workplace: string;
  /** Its first day. */
  readonly month: string;
  readonly activity: Help;
  readonly count: number;
}

export interface HelpWanted {
  readonly tenantId: string;
  readonly workplaces: readonly string[];
  /** First days of months. */
  readonly months: readonly string[];
}

// A visit or referral counts at the workplace that the unit of its case was part of on the day.
const workplaceOn = (day: string): string => `
  join unit_versions version on version.tenant_id = $1 and version.unit_id = c.unit_id and version.valid @> ${day}
  join unnest($2::uuid[]) asked (workplace) on asked.workplace = any (version.path)
  join months on months.days @> ${day}`;

export const helpFacts = (tx: Tx, { tenantId, workplaces, months }: HelpWanted): Promise<HelpFact[]> =>
  rows<HelpFact>(
    tx,
    `with months as (
       select month::date, daterange(month::date, (month + interval '1 month')::date) as days from unnest($3::date[]) month
     ), found as (
       select asked.workplace, month, 'workplace-visits' as activity, 1 as counted from contacts n
       join cases c on c.tenant_id = $1 and c.id = n.case_id ${workplaceOn('n.held_on')}
       where n.tenant_id = $1 and n.kind = 'visit' and n.reached
       union all
       select asked.workplace, month, 'referrals-asked', 1 from referrals r
       join cases c on c.tenant_id = $1 and c.id = r.case_id ${workplaceOn('r.asked_on')}
       where r.tenant_id = $1
       union all
       select asked.workplace, month, held.activity, held.counted from referrals r
       join cases c on c.tenant_id = $1 and c.id = r.case_id ${workplaceOn('r.held_on')}
       cross join lateral (values ('referrals-held', 1), ('waiting-days', r.held_on - r.asked_on)) as held (activity, counted)
       where r.tenant_id = $1)
     select workplace, month::text, activity, sum(counted)::int as count from found group by workplace, month, activity`,
    [tenantId, workplaces, months],
  );
