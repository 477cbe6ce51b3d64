import { SICKNESS_KINDS, type FactsWanted } from '../absence/index.js';
import { helpFacts } from '../cases/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import { timelinessOf, type DueSignal } from '../signals/index.js';
import type { Activity, ActivityFact } from './domain/facts.js';

interface DueRow extends DueSignal {
  readonly workplace: string;
  readonly month: string;
}

// A signal or case counts at the workplace that its unit was part of on the day.
const MONTHS = `months as (
  select month::date, daterange(month::date, (month + interval '1 month')::date) as days from unnest($3::date[]) month)`;

const workplaceOn = (unit: string, day: string): string => `
  join unit_versions version on version.tenant_id = $1 and version.unit_id = ${unit} and version.valid @> ${day}
  join unnest($2::uuid[]) asked (workplace) on asked.workplace = any (version.path)
  join months on months.days @> ${day}`;

const parameters = ({ tenantId, workplaces, months }: FactsWanted): unknown[] => [
  tenantId,
  workplaces,
  months,
];

const counts = (tx: Tx, wanted: FactsWanted): Promise<ActivityFact[]> =>
  rows<ActivityFact>(
    tx,
    `with ${MONTHS}, found as (
       select asked.workplace, month, 'signals-raised' as activity, 1 as counted
       from signals s ${workplaceOn('s.unit_id', 's.raised_on')}
       where s.tenant_id = $1 and s.withdrawn_at is null and s.person_id is not null and s.responsible is null
       union all
       select asked.workplace, month, case c.subject when 'person' then 'cases-opened' else 'unit-cases-opened' end, 1
       from cases c ${workplaceOn('c.unit_id', 'c.opened_on')} where c.tenant_id = $1
       union all
       select asked.workplace, month, 'cases-closed', 1 from cases c ${workplaceOn('c.unit_id', 'c.closed_on')}
       where c.tenant_id = $1 and c.subject = 'person')
     select workplace, month::text, activity, sum(counted)::int as count from found group by workplace, month, activity`,
    parameters(wanted),
  );

// Contact days and window rules; the statute's own deadlines are counted where they are met, not here (definitions 4.6).
const dueSignals = (tx: Tx, wanted: FactsWanted): Promise<DueRow[]> =>
  rows<DueRow>(
    tx,
    `with ${MONTHS}
     select asked.workplace, month::text, s.raised_on as "raisedOn", s.due_on as "dueOn",
       s.withdrawn_at is not null as withdrawn,
       case when s.rule like 'contact-day-%' then exists (
         select from spells join employments e on e.tenant_id = $1 and e.id = spells.employment_id
         where spells.tenant_id = $1 and e.person_id = s.person_id and spells.kind = any ($4)
           and spells.first_on <= s.due_on and (spells.last_on is null or spells.last_on >= s.due_on)) end as "absentWhenDue",
       coalesce(made.contacts, '[]') as contacts
     from signals s ${workplaceOn('s.unit_id', 's.due_on')}
     left join lateral (
       select jsonb_agg(jsonb_build_object('heldOn', c.held_on, 'reached', c.reached,
         'recordedOn', day_of(c.recorded_at))) as contacts
       from contacts c where c.tenant_id = $1 and c.signal_id = s.id) made on true
     where s.tenant_id = $1 and s.rule ~ '^(contact-day|spells|days)-'`,
    [...parameters(wanted), SICKNESS_KINDS],
  );

const wasTried = ({ contacts, dueOn }: DueRow): boolean =>
  contacts.some((contact) => !contact.reached && contact.heldOn <= dueOn);

const activitiesOf = (signal: DueRow): Activity[] => {
  switch (timelinessOf(signal)) {
    case 'in-time':
      return ['signals-due', 'signals-in-time'];
    case 'recorded-late':
      return ['signals-due', 'recorded-late'];
    case 'not-in-time':
      return wasTried(signal) ? ['signals-due', 'contact-attempted'] : ['signals-due'];
    case 'learned-late':
      return ['learned-late'];
    case 'not-due':
      return [];
  }
};

/** What was done at workplaces, month by month: a signal counts as raised when it was, as due in the month of its due day. */
export const activityFacts = async (tx: Tx, wanted: FactsWanted): Promise<ActivityFact[]> => {
  const due = await dueSignals(tx, wanted);
  const judged = due.flatMap((signal) =>
    activitiesOf(signal).map((activity) => ({
      workplace: signal.workplace,
      month: signal.month,
      activity,
      count: 1,
    })),
  );
  return [...(await counts(tx, wanted)), ...(await helpFacts(tx, wanted)), ...judged];
};
