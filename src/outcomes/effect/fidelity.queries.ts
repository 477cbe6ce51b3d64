import { SICKNESS_KINDS } from '../../absence/index.js';
import { helpFacts, type Help } from '../../cases/index.js';
import { limitsOf } from '../../disclosure/index.js';
import { rows, type Tx } from '../../platform/database/rows.js';
import { monthsOf, type Period } from '../../shared/period.js';
import { timelinessOf, type DueSignal } from '../../signals/index.js';
import type { EmployerFidelity, FidelityCount } from './domain/fidelity.js';

export interface FidelityWanted extends Period {
  readonly tenantId: string;
  readonly units: readonly string[];
}

const IN_UNITS = (unit: string, day: string): string => `exists (
  select from unit_versions v where v.tenant_id = $1 and v.unit_id = ${unit} and v.valid @> ${day}
    and v.path && $2::uuid[])`;

const parameters = ({ tenantId, units, from, to }: FidelityWanted): unknown[] => [tenantId, units, from, to];

// Contact days and window rules of definitions 4.6; the statute's own deadlines are counted where they are met.
const dueSignals = (tx: Tx, wanted: FidelityWanted): Promise<DueSignal[]> =>
  rows<DueSignal>(
    tx,
    `select s.raised_on as "raisedOn", s.due_on as "dueOn", s.withdrawn_at is not null as withdrawn,
       case when s.rule like 'contact-day-%' then exists (
         select from spells join employments e on e.tenant_id = $1 and e.id = spells.employment_id
         where spells.tenant_id = $1 and e.person_id = s.person_id and spells.kind = any ($5)
           and spells.first_on <= s.due_on and (spells.last_on is null or spells.last_on >= s.due_on)) end as "absentWhenDue",
       coalesce(made.contacts, '[]') as contacts
     from signals s
     left join lateral (
       select jsonb_agg(jsonb_build_object('heldOn', c.held_on, 'reached', c.reached,
         'recordedOn', day_of(c.recorded_at))) as contacts
       from contacts c where c.tenant_id = $1 and c.signal_id = s.id) made on true
     where s.tenant_id = $1 and s.rule ~ '^(contact-day|spells|days)-' and s.due_on between $3 and $4
       and ${IN_UNITS('s.unit_id', 's.due_on')}`,
    [...parameters(wanted), SICKNESS_KINDS],
  );

const MADE_ON = 'day_of(p.made_at)';

const counted = (tx: Tx, wanted: FidelityWanted): Promise<FidelityCount[]> =>
  rows<FidelityCount>(
    tx,
    `select 'plans-alive' as kind, count(*)::int as of,
       (count(*) filter (where status = 'done' or status in ('planned', 'under-way') and due_on >= $4))::int as done
     from action_plans p where p.tenant_id = $1 and ${MADE_ON} between $3 and $4
       and (p.unit_id is null or ${IN_UNITS('p.unit_id', MADE_ON)})
     union all
     select 'introductions-in-time', count(*)::int, (count(*) filter (where s.settled_on <= s.due_on))::int
     from introduction_steps s
     join introductions i on i.tenant_id = $1 and i.id = s.introduction_id
     where s.tenant_id = $1 and s.due_on between $3 and $4 and s.outcome is distinct from 'not-relevant'
       and i.paused_since is null and (i.ended_on is null or i.ended_on >= s.due_on)
       and ${IN_UNITS('i.unit_id', 's.due_on')}
     union all
     select 'rounds-followed-by-action', count(*)::int, (count(*) filter (where exists (
       select from action_plans p where p.tenant_id = $1 and p.round_id = r.round_id and p.status <> 'dropped')))::int
     from survey_rounds r where r.tenant_id = $1 and r.closes_on between $3 and $4
     union all
     select 'referrals-held', count(*)::int, count(r.held_on)::int
     from referrals r join cases c on c.tenant_id = $1 and c.id = r.case_id
     where r.tenant_id = $1 and r.asked_on between $3 and $4 and ${IN_UNITS('c.unit_id', 'r.asked_on')}`,
    parameters(wanted),
  );

// Where no visit and no referral was recorded, help is not what this employer keeps here.
const help = async (tx: Tx, { tenantId, units, ...period }: FidelityWanted): Promise<FidelityCount[]> => {
  const facts = await helpFacts(tx, { tenantId, workplaces: units, months: monthsOf(period) });
  const total = (activity: Help): number =>
    facts.filter((fact) => fact.activity === activity).reduce((sum, { count }) => sum + count, 0);
  const visits = facts.filter(({ activity }) => activity === 'workplace-visits');
  const visited = new Set(visits.map(({ workplace }) => workplace)).size;
  return [
    {
      kind: 'workplaces-visited',
      of: facts.length > 0 ? units.length : 0,
      done: visited,
      visits: total('workplace-visits'),
    },
    { kind: 'waiting-days', of: total('referrals-held'), done: total('waiting-days') },
  ];
};

/** How broadly the work was done at workplaces of an employer in a period. */
export const fidelityAt = async (tx: Tx, wanted: FidelityWanted): Promise<EmployerFidelity> => {
  const told = (await dueSignals(tx, wanted)).map(timelinessOf);
  const due = told.filter((one) => one === 'in-time' || one === 'recorded-late' || one === 'not-in-time');
  const conversations: FidelityCount = {
    kind: 'conversations-in-time',
    of: due.length,
    done: due.filter((one) => one === 'in-time').length,
  };
  return {
    counts: [conversations, ...(await counted(tx, wanted)), ...(await help(tx, wanted))],
    limits: await limitsOf(tx, wanted.tenantId),
  };
};
