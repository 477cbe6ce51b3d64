import type { FactsWanted } from '../absence/index.js';
import { dueSignals, helpFacts, type PlacedDueSignal } from '../cases/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import { timelinessOf } from '../signals/index.js';
import type { Activity, ActivityFact } from './domain/facts.js';

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

const wasTried = ({ contacts, dueOn }: PlacedDueSignal): boolean =>
  contacts.some((contact) => !contact.reached && contact.heldOn <= dueOn);

const activitiesOf = (signal: PlacedDueSignal): Activity[] => {
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
