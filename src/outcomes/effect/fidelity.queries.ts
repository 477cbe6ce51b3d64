import { dueSignals, helpFacts, type HelpFact } from '../../cases/index.js';
import { limitsOf, type DisclosureLimits } from '../../disclosure/index.js';
import { rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { monthsOf, type Period } from '../../shared/period.js';
import { timelinessOf } from '../../signals/index.js';
import type { FidelityFact, WorkCount } from './domain/fidelity.js';

interface FactsWanted {
  readonly tenantId: string;
  readonly workplaces: readonly string[];
  /** First days. */
  readonly months: readonly LocalDate[];
}

interface WorkWanted extends Period {
  readonly tenantId: string;
  readonly units: readonly string[];
}

/** What one employer tells of how broadly the work was done, and its own numbers of the output policy. */
export interface EmployerFidelity {
  readonly facts: readonly FidelityFact[];
  readonly counts: readonly WorkCount[];
  readonly limits: DisclosureLimits;
}

// A step or referral counts at the workplace that its unit was part of on the day.
const workplaceOn = (unit: string, day: string): string => `
  join unit_versions version on version.tenant_id = $1 and version.unit_id = ${unit} and version.valid @> ${day}
  join unnest($2::uuid[]) asked (workplace) on asked.workplace = any (version.path)
  join months on months.days @> ${day}`;

const steps = (tx: Tx, { tenantId, workplaces, months }: FactsWanted): Promise<FidelityFact[]> =>
  rows<FidelityFact>(
    tx,
    `with months as (
       select month::date, daterange(month::date, (month + interval '1 month')::date) as days from unnest($3::date[]) month
     ), found as (
       select asked.workplace, month, 'introductions-in-time' as kind, s.settled_on <= s.due_on as is_done
       from introduction_steps s
       join introductions i on i.tenant_id = $1 and i.id = s.introduction_id ${workplaceOn('i.unit_id', 's.due_on')}
       where s.tenant_id = $1 and s.outcome is distinct from 'not-relevant'
         and i.paused_since is null and (i.ended_on is null or i.ended_on >= s.due_on)
       union all
       select asked.workplace, month, 'referrals-held', r.held_on is not null
       from referrals r join cases c on c.tenant_id = $1 and c.id = r.case_id ${workplaceOn('c.unit_id', 'r.asked_on')}
       where r.tenant_id = $1)
     select workplace, month::text, kind, count(*)::int as of, (count(*) filter (where is_done))::int as done
     from found group by workplace, month, kind`,
    [tenantId, workplaces, months],
  );

const conversations = async (tx: Tx, wanted: FactsWanted): Promise<FidelityFact[]> =>
  (await dueSignals(tx, wanted)).flatMap((signal) => {
    const timeliness = timelinessOf(signal);
    if (timeliness === 'learned-late' || timeliness === 'not-due') return [];
    const { workplace, month } = signal;
    return [
      { kind: 'conversations-in-time', workplace, month, of: 1, done: timeliness === 'in-time' ? 1 : 0 },
    ];
  });

const helpOf = ({ workplace, month, activity, count }: HelpFact): FidelityFact[] => {
  const at = { workplace, month };
  if (activity === 'workplace-visits') return [{ ...at, kind: 'workplaces-visited', of: count, done: count }];
  if (activity === 'referrals-held') return [{ ...at, kind: 'waiting-days', of: count, done: 0 }];
  return activity === 'waiting-days' ? [{ ...at, kind: 'waiting-days', of: 0, done: count }] : [];
};

/** Where no visit and no referral was recorded, help is not what this employer keeps here. */
const visitedOf = (help: readonly HelpFact[], { units, ...period }: WorkWanted): WorkCount => {
  const months = new Set<string>(monthsOf(period));
  const own = help.filter(({ workplace, month }) => units.includes(workplace) && months.has(month));
  const visits = own.filter(({ activity }) => activity === 'workplace-visits');
  return {
    kind: 'workplaces-visited',
    of: own.length > 0 ? units.length : 0,
    done: new Set(visits.map(({ workplace }) => workplace)).size,
  };
};

const MADE_ON = 'day_of(p.made_at)';

const work = (tx: Tx, { tenantId, units, from, to }: WorkWanted): Promise<WorkCount[]> =>
  rows<WorkCount>(
    tx,
    `select 'plans-alive' as kind, count(*)::int as of,
       (count(*) filter (where status = 'done' or status in ('planned', 'under-way') and due_on >= $4))::int as done
     from action_plans p where p.tenant_id = $1 and ${MADE_ON} between $3 and $4
       and (p.unit_id is null or exists (
         select from unit_versions v where v.tenant_id = $1 and v.unit_id = p.unit_id and v.valid @> ${MADE_ON}
           and v.path && $2::uuid[]))
     union all
     select 'rounds-followed-by-action', count(*)::int, (count(*) filter (where exists (
       select from action_plans p where p.tenant_id = $1 and p.round_id = r.round_id and p.status <> 'dropped')))::int
     from survey_rounds r where r.tenant_id = $1 and r.closes_on between $3 and $4`,
    [tenantId, units, from, to],
  );

/**
 * How broadly the work was done at an employer: by workplace and month at all that are asked about, and of plans, rounds
 * and visited workplaces at those of the plan in its period.
 */
export const fidelityAt = async (tx: Tx, facts: FactsWanted, own: WorkWanted): Promise<EmployerFidelity> => {
  const help = await helpFacts(tx, facts);
  return {
    facts: [...(await conversations(tx, facts)), ...(await steps(tx, facts)), ...help.flatMap(helpOf)],
    counts: own.units.length > 0 ? [...(await work(tx, own)), visitedOf(help, own)] : [],
    limits: await limitsOf(tx, facts.tenantId),
  };
};
