import { inReach, isProvider, type HatActor } from '../access/index.js';
import { mandatedUnits } from '../organisations/index.js';
import { reach, unitsLed, type Fragment } from '../people/index.js';
import { row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { CaseFilter, CaseOrder } from './cases.dto.js';
import type { CaseSubject } from './domain/case.js';
import type { CaseRow, CaseSignalView, FollowUpView, ReferralView } from './cases.view.js';
import { signalsInReach } from './worklist/signals-in-reach.queries.js';

export interface FoundCase extends Omit<CaseRow, 'ownerName'> {
  readonly tenantId: string;
  readonly themeCipher: Buffer | null;
  readonly environmentGroupInformedOn: LocalDate | null;
  readonly closedAt: Date | null;
  readonly total: number;
}

/**
 * Which cases a hat sees, as a condition on `c`: human resources those of their employer, a consultant those of the
 * units that a mandate reaches, a line manager those about the people who answer to and the units led by him today.
 */
const scope = (actor: HatActor, on: LocalDate, taken: number): Fragment => {
  const [day, party] = [`$${taken + 1}`, `$${taken + 2}`];
  if (isProvider(actor)) {
    return {
      sql: `(c.tenant_id, c.unit_id) in (${mandatedUnits(day, party)})`,
      parameters: [on, actor.providerId],
    };
  }
  if (actor.role === 'hr-manager') return { sql: `c.tenant_id = ${day}`, parameters: [actor.tenantId] };
  const reached = reach(actor, on, taken);
  const ofPeople = `(c.tenant_id, c.person_id) in (select r.tenant_id, r.person_id from (${reached.sql}) r)`;
  const person = `$${taken + 3}`;
  const ofUnits = `c.person_id is null and c.tenant_id = ${party} and c.unit_id in (${unitsLed(party, day, person)})`;
  return {
    sql: reached.parameters.length < 3 ? ofPeople : `(${ofPeople} or (${ofUnits}))`,
    parameters: reached.parameters,
  };
};

const ORDERS: Readonly<Record<CaseOrder, string>> = {
  nextStepOn: 'step.due_on nulls last, c.opened_at desc',
  '-nextStepOn': 'step.due_on desc nulls last, c.opened_at desc',
  openedOn: 'c.opened_on, c.opened_at',
  '-openedOn': 'c.opened_on desc, c.opened_at desc',
  subject: '"personName" nulls last, "unitName"',
  '-subject': '"personName" desc nulls last, "unitName" desc',
  unit: '"unitName", "personName"',
  '-unit': '"unitName" desc, "personName"',
};

interface Wanted {
  readonly id?: string;
  readonly state?: CaseFilter | undefined;
  readonly personId?: string | undefined;
  readonly subject?: CaseSubject | undefined;
  /** The unit and those below it. */
  readonly unitId?: string | undefined;
  readonly sort?: CaseOrder | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Cases in the scope of a hat: open ones first, those with the nearest follow-up on top unless asked otherwise. */
export const findCases = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  wanted: Wanted,
): Promise<FoundCase[]> => {
  const own = [
    on,
    wanted.id ?? null,
    wanted.state ?? null,
    wanted.personId ?? null,
    wanted.limit,
    wanted.offset,
    wanted.unitId ?? null,
    wanted.subject ?? null,
  ];
  const scoped = scope(actor, on, own.length);
  return rows<FoundCase>(
    tx,
    `select c.tenant_id as "tenantId", c.id, c.subject, c.person_id as "personId", people.name as "personName",
       c.unit_id as "unitId", coalesce(units.name, '') as "unitName",
       case when c.closed_at is null then 'open' else 'closed' end as state, c.opened_on as "openedOn",
       c.owner_hat as "ownerId", step.due_on as "nextStepOn", c.closed_on as "closedOn", c.closed_at as "closedAt", c.outcome,
       c.theme_cipher as "themeCipher", c.environment_group_informed_on as "environmentGroupInformedOn",
       count(*) over ()::int as total
     from cases c
     left join people on people.tenant_id = c.tenant_id and people.id = c.person_id
     left join lateral (select name, path from unit_versions v where v.tenant_id = c.tenant_id and v.unit_id = c.unit_id
       order by v.valid @> $1::date desc, v.valid desc limit 1) units on true
     left join lateral (select min(due_on) as due_on from follow_ups f
       where f.tenant_id = c.tenant_id and f.case_id = c.id and f.done_on is null) step on true
     where ${inReach('c.tenant_id')} and ($2::uuid is null or c.id = $2) and ($4::uuid is null or c.person_id = $4)
       and ($3::text is null or (c.closed_at is null) = ($3 <> 'closed'))
       and ($3 is distinct from 'due' or step.due_on <= $1::date) and ${scoped.sql}
       and ($7::uuid is null or $7 = any (units.path)) and ($8::text is null or c.subject = $8)
     order by c.closed_at is not null, ${ORDERS[wanted.sort ?? 'nextStepOn']}, c.id
     limit $5 offset $6`,
    [...own, ...scoped.parameters],
  );
};

/** In how many open cases in the scope of a hat a next step's day has come. */
export const countDueCases = async (tx: Tx, actor: HatActor, on: LocalDate): Promise<number> => {
  const scoped = scope(actor, on, 1);
  const found = await row<{ count: number }>(
    tx,
    `select count(*)::int from cases c
     where ${inReach('c.tenant_id')} and c.closed_at is null and ${scoped.sql}
       and exists (select from follow_ups f where f.tenant_id = c.tenant_id and f.case_id = c.id
         and f.done_on is null and f.due_on <= $1::date)`,
    [on, ...scoped.parameters],
  );
  return found?.count ?? 0;
};

export const listReferrals = (tx: Tx, tenantId: string, caseId: string): Promise<ReferralView[]> =>
  rows<ReferralView>(
    tx,
    `select id, specialist, asked_on as "askedOn", held_on as "heldOn", held_on - asked_on as "waitingDays"
     from referrals where tenant_id = $1 and case_id = $2 order by asked_on desc, id`,
    [tenantId, caseId],
  );

export const listFollowUps = (tx: Tx, tenantId: string, caseId: string): Promise<FollowUpView[]> =>
  rows<FollowUpView>(
    tx,
    `select id, due_on as "dueOn", done_on as "doneOn" from follow_ups where tenant_id = $1 and case_id = $2 order by due_on, id`,
    [tenantId, caseId],
  );

/** The signals a case took up, as far as the hat may see them: a consultant those of a rule that the mandate names. */
export const listCaseSignals = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  key: { readonly tenantId: string; readonly id: string },
): Promise<CaseSignalView[]> => {
  const reached = signalsInReach(actor, on, 2);
  return rows<CaseSignalView>(
    tx,
    `select s.id, s.rule, s.raised_on as "raisedOn", s.due_on as "dueOn", s.withdrawn_at is not null as withdrawn
     from case_signals cs join (${reached.sql}) s on s.tenant_id = cs.tenant_id and s.id = cs.signal_id
     where cs.tenant_id = $1 and cs.case_id = $2 order by s.raised_on desc, s.id`,
    [key.tenantId, key.id, ...reached.parameters],
  );
};
