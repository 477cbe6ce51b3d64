import { inReach, type HatActor } from '../../access/index.js';
import type { SpellKind } from '../../absence/index.js';
import { fieldShown } from '../../people/index.js';
import { row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { SignalFacts } from '../../signals/index.js';
import type { SignalBasis, SignalFilter, SignalMarks } from '../domain/signal-state.js';
import { signalsInReach } from './signals-in-reach.queries.js';
import type { SignalOrder } from './worklist.dto.js';

export interface FoundSignal extends SignalMarks {
  readonly tenantId: string;
  readonly id: string;
  readonly rule: string;
  /** Null where the signal is about the unit. */
  readonly personId: string | null;
  readonly personName: string | null;
  readonly employerName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly raisedOn: LocalDate;
  readonly raisedAt: Date;
  readonly dueOn: LocalDate;
  readonly learnedLate: boolean;
  readonly escalatedAt: Date | null;
  readonly reasonFrom: LocalDate;
  readonly reasonTo: LocalDate;
  readonly facts: SignalFacts;
  readonly updatedAt: Date;
}

const OPEN = 'reason_ended_on is null and withdrawn_at is null and acted_at is null';

/** What a signal is about: a person's absence, a new employee's introduction, or a unit. */
const BASES: Readonly<Record<SignalBasis, string>> = {
  absence: 's.person_id is not null and s.responsible is null',
  introduction: 's.responsible is not null',
  unit: 's.person_id is null',
};

const DUE = `${OPEN} and due_on <=`;

/** `$2` is the hat that looks, `$7` the day on which it does. */
const FILTERS: Readonly<Record<SignalFilter, string>> = {
  open: OPEN,
  due: `${DUE} $7::date`,
  mine: `${OPEN} and claimed_by_hat = $2`,
  unclaimed: `${OPEN} and claimed_by_hat is null`,
  claimed: `${OPEN} and claimed_by_hat is not null`,
  acted: 'withdrawn_at is null and acted_at is not null',
  ended: 'withdrawn_at is null and acted_at is null and reason_ended_on is not null',
  withdrawn: 'withdrawn_at is not null',
  done: `not (${OPEN})`,
  all: 'true',
};

const ORDERS: Readonly<Record<SignalOrder, string>> = {
  dueOn: '"dueOn", coalesce(people.name, units.name), rule, id',
  '-dueOn': '"dueOn" desc, coalesce(people.name, units.name), rule, id',
  raisedOn: '"raisedOn", coalesce(people.name, units.name), rule, id',
  '-raisedOn': '"raisedOn" desc, coalesce(people.name, units.name), rule, id',
  person: 'coalesce(people.name, units.name), "dueOn", rule, id',
  '-person': 'coalesce(people.name, units.name) desc, "dueOn", rule, id',
  unit: '"unitName", "dueOn", coalesce(people.name, units.name), rule, id',
  '-unit': '"unitName" desc, "dueOn", coalesce(people.name, units.name), rule, id',
};

const COLUMNS = `s.tenant_id as "tenantId", s.id, s.rule, s.person_id as "personId", people.name as "personName",
  employers.name as "employerName", s.unit_id as "unitId", coalesce(units.name, '') as "unitName",
  s.raised_on as "raisedOn", s.raised_at as "raisedAt", s.due_on as "dueOn", s.learned_late as "learnedLate",
  s.claimed_by_hat as "claimedByHat", s.acted_at as "actedAt", s.reason_ended_on as "reasonEndedOn",
  s.withdrawn_at as "withdrawnAt", s.escalated_at as "escalatedAt", s.updated_at as "updatedAt",
  s.reason_from as "reasonFrom", s.reason_to as "reasonTo", s.facts`;

const FROM = `left join people on people.tenant_id = s.tenant_id and people.id = s.person_id
  join employers on employers.tenant_id = s.tenant_id
  left join unit_versions units on units.tenant_id = s.tenant_id and units.unit_id = s.unit_id and units.valid @> s.raised_on`;

export interface SignalsWanted {
  readonly state: SignalFilter;
  readonly rule?: string;
  readonly unitId?: string;
  readonly personId?: string;
  readonly basis?: SignalBasis;
  readonly sort: SignalOrder;
  readonly limit: number;
  readonly offset: number;
}

/** A page of the signals in reach. */
export const findSignals = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  wanted: SignalsWanted,
): Promise<{ readonly items: readonly FoundSignal[]; readonly total: number }> => {
  const { rule = null, unitId = null, personId = null, limit, offset } = wanted;
  const own = [rule, actor.hatId, unitId, personId, limit, offset, on];
  const reached = signalsInReach(actor, on, own.length);
  const found = await rows<FoundSignal & { total: number }>(
    tx,
    `select ${COLUMNS}, count(*) over ()::int as total
     from (${reached.sql}) s ${FROM}
     where ${FILTERS[wanted.state]} and ($1::text is null or s.rule = $1) and $2::uuid is not null and $7::date is not null
       and ($3::uuid is null or $3 = any (units.path)) and ($4::uuid is null or s.person_id = $4)
       and ${wanted.basis ? BASES[wanted.basis] : 'true'}
     order by ${ORDERS[wanted.sort]} limit $5 offset $6`,
    [...own, ...reached.parameters],
  );
  return { items: found, total: found[0]?.total ?? 0 };
};

/** How many of the signals in reach somebody should have acted on by a day, by what they are about. */
export const countDue = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
): Promise<Record<SignalBasis, number>> => {
  const reached = signalsInReach(actor, on, 1);
  const counts = Object.entries(BASES).map(
    ([basis, of]) => `count(*) filter (where ${of})::int as "${basis}"`,
  );
  const found = await row<Record<SignalBasis, number>>(
    tx,
    `select ${counts.join(', ')} from (${reached.sql}) s where ${DUE} $1::date`,
    [on, ...reached.parameters],
  );
  return found ?? { absence: 0, unit: 0, introduction: 0 };
};

/** One signal in reach; null for any other. */
export const findSignal = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  id: string,
): Promise<(FoundSignal & { readonly kindsShown: boolean }) | null> => {
  const reached = signalsInReach(actor, on, 1);
  const shown = fieldShown(actor, 'absence-kind', {
    of: 'present',
    on,
    taken: 1 + reached.parameters.length,
  });
  return row(
    tx,
    `select ${COLUMNS}, ${shown.sql} as "kindsShown"
     from (${reached.sql}) s ${FROM}
     cross join lateral (select s.tenant_id, s.present_unit_id as unit_id) present
     where s.id = $1 and ${inReach('s.tenant_id')}`,
    [id, ...reached.parameters, ...shown.parameters],
  );
};

/** The kinds of spells as they are recorded now; a deleted one has none. */
export const kindsOf = async (
  tx: Tx,
  tenantId: string,
  spellIds: readonly string[],
): Promise<ReadonlyMap<string, SpellKind>> => {
  const found = await rows<{ id: string; kind: SpellKind }>(
    tx,
    'select id, kind from spells where tenant_id = $1 and id = any ($2::uuid[])',
    [tenantId, spellIds],
  );
  return new Map(found.map(({ id, kind }) => [id, kind]));
};

/** The newest case that took a signal up. */
export const caseOf = async (tx: Tx, tenantId: string, signalId: string): Promise<string | null> => {
  const found = await row<{ id: string }>(
    tx,
    `select cases.id from case_signals
     join cases on cases.tenant_id = case_signals.tenant_id and cases.id = case_signals.case_id
     where case_signals.tenant_id = $1 and case_signals.signal_id = $2 order by cases.opened_at desc limit 1`,
    [tenantId, signalId],
  );
  return found?.id ?? null;
};

/** What people did with a signal, from the audit; reading it is not told. */
export const actsUpon = (
  tx: Tx,
  tenantId: string,
  signalId: string,
): Promise<{ readonly action: string; readonly at: Date; readonly hatId: string | null }[]> =>
  rows(
    tx,
    `select action, at, hat_id as "hatId" from audit_entries
     where tenant_id = $1 and subject_ids @> array[$2::uuid]
       and action in ('signal.claim', 'signal.release', 'signal.reassign', 'signal.contact') order by at, id`,
    [tenantId, signalId],
  );

/** How many open signals and cases lie with each hat, within what the door lets in. */
export const loadOf = (
  tx: Tx,
  hatIds: readonly string[],
): Promise<{ readonly id: string; readonly signals: number; readonly cases: number }[]> =>
  rows(
    tx,
    `select hat as id,
       (select count(*)::int from signals where ${inReach('tenant_id')} and claimed_by_hat = hat and ${OPEN}) as signals,
       (select count(*)::int from cases where ${inReach('tenant_id')} and owner_hat = hat and closed_at is null) as cases
     from unnest($1::uuid[]) as hat`,
    [hatIds],
  );
