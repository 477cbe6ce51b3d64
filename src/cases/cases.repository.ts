import { inReach, isProvider, type HatActor } from '../access/index.js';
import { mandatedUnits } from '../organisations/index.js';
import { reach } from '../people/index.js';
import { change, row, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { CaseOutcome } from './domain/case.js';
import { signalsInReach } from './worklist/signals-in-reach.queries.js';

/** Whom or what a case is opened about. */
export interface Opening {
  readonly tenantId: string;
  readonly personId: string | null;
  readonly unitId: string;
}

/** A person in reach and the unit they work in today. */
export const findPerson = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  personId: string,
): Promise<Opening | null> => {
  const reached = reach(actor, on, 1);
  return row<Opening>(
    tx,
    `select r.tenant_id as "tenantId", r.person_id as "personId", r.unit_id as "unitId"
     from (${reached.sql}) r where r.person_id = $1 and r.unit_id is not null limit 1`,
    [personId, ...reached.parameters],
  );
};

/** The person or unit of a signal in reach; one of an introduction leads to no case (definitions 8.4). */
export const findSignalled = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  signalId: string,
): Promise<Opening | null> => {
  const reached = signalsInReach(actor, on, 1);
  return row<Opening>(
    tx,
    `select s.tenant_id as "tenantId", s.person_id as "personId", coalesce(s.present_unit_id, s.unit_id) as "unitId"
     from (${reached.sql}) s
     where s.id = $1 and ${inReach('s.tenant_id')} and s.withdrawn_at is null and s.responsible is null limit 1`,
    [signalId, ...reached.parameters],
  );
};

/** A unit that stands today: of the own employer, or of a mandate. */
export const findUnit = (tx: Tx, actor: HatActor, on: LocalDate, unitId: string): Promise<Opening | null> => {
  const mandated = isProvider(actor) ? `and (tenant_id, unit_id) in (${mandatedUnits('$2', '$3')})` : '';
  return row<Opening>(
    tx,
    `select tenant_id as "tenantId", null as "personId", unit_id as "unitId" from unit_versions
     where unit_id = $1 and ${inReach('tenant_id')} and valid @> $2::date ${mandated}`,
    isProvider(actor) ? [unitId, on, actor.providerId] : [unitId, on],
  );
};

/** The open case about a person, or that took a signal up, if there is one: there is one at a time. */
export const findOpenCase = (
  tx: Tx,
  { tenantId, personId, signalId }: { tenantId: string; personId: string | null; signalId?: string | null },
): Promise<{ id: string } | null> =>
  row(
    tx,
    `select id from cases where tenant_id = $1 and closed_at is null and (person_id = $2
       or id in (select case_id from case_signals where tenant_id = $1 and signal_id = $3)) limit 1`,
    [tenantId, personId, signalId ?? null],
  );

export const insertCase = async (
  tx: Tx,
  actor: HatActor,
  opening: Opening & { readonly themeCipher: Buffer | null; readonly on: LocalDate; readonly at: Date },
): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into cases (tenant_id, subject, person_id, unit_id, opened_on, opened_at, opened_by_hat, owner_hat, theme_cipher)
     values ($1, case when $2::uuid is null then 'unit' else 'person' end, $2, $3, $4, $5, $6, $6, $7) returning id`,
    [
      opening.tenantId,
      opening.personId,
      opening.unitId,
      opening.on,
      opening.at,
      actor.hatId,
      opening.themeCipher,
    ],
  );
  if (!made) throw new Error('the case was not opened');
  return made.id;
};

/** Takes up the standing signals of the person or unit and the one named, except those of an introduction. */
export const takeUpSignals = async (
  tx: Tx,
  caseId: string,
  { tenantId, personId, unitId }: Opening,
  signalId: string | null,
): Promise<void> => {
  await change(
    tx,
    `insert into case_signals (tenant_id, case_id, signal_id)
     select tenant_id, $4, id from signals where tenant_id = $1 and responsible is null
       and (person_id = $2 or ($2::uuid is null and person_id is null and unit_id = $3))
       and (id = $5 or (reason_ended_on is null and withdrawn_at is null))`,
    [tenantId, personId, unitId, caseId, signalId],
  );
};

export interface Key {
  readonly tenantId: string;
  readonly id: string;
}

/** Whether a case is open, and stays so until the end of the transaction but for what it does itself. */
export const holdOpen = async (tx: Tx, { tenantId, id }: Key): Promise<boolean> =>
  (await row(tx, 'select 1 from cases where tenant_id = $1 and id = $2 and closed_at is null for update', [
    tenantId,
    id,
  ])) !== null;

export const updateUnitCase = async (
  tx: Tx,
  key: Key,
  given: {
    readonly themeCipher: Buffer | null;
    readonly environmentGroupInformedOn: LocalDate | null;
  },
): Promise<void> => {
  await change(
    tx,
    'update cases set theme_cipher = $3, environment_group_informed_on = $4 where tenant_id = $1 and id = $2',
    [key.tenantId, key.id, given.themeCipher, given.environmentGroupInformedOn],
  );
};

export const insertReferral = async (
  tx: Tx,
  actor: HatActor,
  key: Key,
  given: { readonly specialist: string; readonly askedOn: LocalDate; readonly heldOn: LocalDate | null },
): Promise<void> => {
  await change(
    tx,
    `insert into referrals (tenant_id, case_id, specialist, asked_on, held_on, recorded_by_hat) values ($1, $2, $3, $4, $5, $6)`,
    [key.tenantId, key.id, given.specialist, given.askedOn, given.heldOn, actor.hatId],
  );
};

export const insertFollowUp = async (tx: Tx, actor: HatActor, key: Key, dueOn: LocalDate): Promise<void> => {
  await change(
    tx,
    'insert into follow_ups (tenant_id, case_id, due_on, recorded_by_hat) values ($1, $2, $3, $4)',
    [key.tenantId, key.id, dueOn, actor.hatId],
  );
};

/** How many steps of this case were marked done: 1, or 0 for another's. */
export const finishFollowUp = (tx: Tx, key: Key, followUpId: string, doneOn: LocalDate): Promise<number> =>
  change(tx, 'update follow_ups set done_on = $4 where tenant_id = $1 and case_id = $2 and id = $3', [
    key.tenantId,
    key.id,
    followUpId,
    doneOn,
  ]);

export const finishReferral = (tx: Tx, key: Key, referralId: string, heldOn: LocalDate): Promise<number> =>
  change(
    tx,
    'update referrals set held_on = $4 where tenant_id = $1 and case_id = $2 and id = $3 and asked_on <= $4',
    [key.tenantId, key.id, referralId, heldOn],
  );

export const closeCase = async (
  tx: Tx,
  actor: HatActor,
  key: Key,
  closing: { readonly on: LocalDate; readonly at: Date; readonly outcome: CaseOutcome },
): Promise<void> => {
  await change(
    tx,
    'update cases set closed_on = $3, closed_at = $4, closed_by_hat = $5, outcome = $6 where tenant_id = $1 and id = $2',
    [key.tenantId, key.id, closing.on, closing.at, actor.hatId, closing.outcome],
  );
};

export const reopenCase = async (tx: Tx, key: Key): Promise<void> => {
  await change(
    tx,
    'update cases set closed_on = null, closed_at = null, closed_by_hat = null, outcome = null where tenant_id = $1 and id = $2',
    [key.tenantId, key.id],
  );
};
