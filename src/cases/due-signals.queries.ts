import { SICKNESS_KINDS } from '../absence/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { DueSignal } from '../signals/index.js';

/** A signal at the workplace that its unit was part of on its due day. */
export interface PlacedDueSignal extends DueSignal {
  readonly workplace: string;
  /** The first day of the month of the due day. */
  readonly month: string;
}

interface DueSignalsWanted {
  readonly tenantId: string;
  readonly workplaces: readonly string[];
  /** First days of months. */
  readonly months: readonly string[];
}

/** Contact days and window rules; the statute's own deadlines are counted where they are met, not here (definitions 4.6). */
export const dueSignals = (
  tx: Tx,
  { tenantId, workplaces, months }: DueSignalsWanted,
): Promise<PlacedDueSignal[]> =>
  rows<PlacedDueSignal>(
    tx,
    `with months as (
       select month::date, daterange(month::date, (month + interval '1 month')::date) as days from unnest($3::date[]) month)
     select asked.workplace, month::text, s.raised_on as "raisedOn", s.due_on as "dueOn",
       s.withdrawn_at is not null as withdrawn,
       case when s.rule like 'contact-day-%' then exists (
         select from spells join employments e on e.tenant_id = $1 and e.id = spells.employment_id
         where spells.tenant_id = $1 and e.person_id = s.person_id and spells.kind = any ($4)
           and spells.first_on <= s.due_on and (spells.last_on is null or spells.last_on >= s.due_on)) end as "absentWhenDue",
       coalesce(made.contacts, '[]') as contacts
     from signals s
     join unit_versions version on version.tenant_id = $1 and version.unit_id = s.unit_id and version.valid @> s.due_on
     join unnest($2::uuid[]) asked (workplace) on asked.workplace = any (version.path)
     join months on months.days @> s.due_on
     left join lateral (
       select jsonb_agg(jsonb_build_object('heldOn', c.held_on, 'reached', c.reached,
         'recordedOn', day_of(c.recorded_at))) as contacts
       from contacts c where c.tenant_id = $1 and c.signal_id = s.id) made on true
     where s.tenant_id = $1 and s.rule ~ '^(contact-day|spells|days)-'`,
    [tenantId, workplaces, months, SICKNESS_KINDS],
  );
