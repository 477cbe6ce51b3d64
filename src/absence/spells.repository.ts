import { inReach, type HatActor } from '../access/index.js';
import { fieldShown, reach } from '../people/index.js';
import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { HAND_SOURCE, type SpellKind } from './domain/kinds.js';
import type { SpellVersionView, SpellView } from './spells.view.js';

/** A spell as stored, with the days of its employment. */
export interface StoredSpell {
  readonly tenantId: string;
  readonly id: string;
  readonly personId: string;
  readonly employmentId: string;
  readonly kind: SpellKind;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate | null;
  readonly degree: number;
  readonly version: number;
  readonly source: string;
}

export interface SpellDays {
  readonly kind: SpellKind;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate | null;
  readonly degree: number;
}

/** An employment that a hat reaches today. */
export interface ReachedEmployment {
  readonly tenantId: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export const findEmployment = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  ids: { readonly personId: string; readonly employmentId: string },
): Promise<ReachedEmployment | null> => {
  const reached = reach(actor, on, 2);
  return row<ReachedEmployment>(
    tx,
    `select e.tenant_id as "tenantId", lower(e.employed) as "from", upper(e.employed) - 1 as "to"
     from (${reached.sql}) r join employments e on e.tenant_id = r.tenant_id and e.id = r.employment_id
     where r.employment_id = $1 and r.person_id = $2`,
    [ids.employmentId, ids.personId, ...reached.parameters],
  );
};

/** A spell in reach, locked against other changes until the transaction ends. */
export const findSpell = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  id: string,
): Promise<StoredSpell | null> => {
  const reached = reach(actor, on, 1);
  return row<StoredSpell>(
    tx,
    `select s.tenant_id as "tenantId", s.id, r.person_id as "personId", s.employment_id as "employmentId", s.kind,
       s.first_on as "firstOn", s.last_on as "lastOn", s.degree, s.version, s.source
     from spells s join (${reached.sql}) r on r.tenant_id = s.tenant_id and r.employment_id = s.employment_id
     where s.id = $1 and ${inReach('s.tenant_id')} for update of s`,
    [id, ...reached.parameters],
  );
};

/** The spells of a person in reach, newest first; null where the person is in nobody's reach. */
export const listSpells = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  wanted: { readonly personId: string; readonly limit: number; readonly offset: number },
): Promise<{ readonly tenantId: string; readonly items: SpellView[]; readonly total: number } | null> => {
  const reached = reach(actor, on, 4);
  const shown = fieldShown(actor, 'absence-kind', { of: 'r', on, taken: 4 + reached.parameters.length });
  const found = await rows<SpellView & { tenantId: string; total: number }>(
    tx,
    `with r as (select * from (${reached.sql}) reached where person_id = $1)
     select r.tenant_id as "tenantId", s.id, r.person_id as "personId", s.employment_id as "employmentId",
       case when ${shown.sql} then s.kind end as kind, s.first_on as "firstOn", s.last_on as "lastOn",
       greatest(coalesce(s.last_on, $2::date) - s.first_on + 1, 0) as days, s.degree, s.source,
       s.registered_on as "registeredOn", s.registered_assumed as "registeredAssumed",
       s.corrected_by_hand as "correctedByHand", s.version,
       coalesce(s.last_on >= upper(e.employed), false) as "afterEmployment",
       count(s.id) over ()::int as total
     from r
     join employments e on e.tenant_id = r.tenant_id and e.id = r.employment_id
     left join spells s on s.tenant_id = r.tenant_id and s.employment_id = r.employment_id
     order by s.first_on desc nulls last, s.id limit $3 offset $4`,
    [wanted.personId, on, wanted.limit, wanted.offset, ...reached.parameters, ...shown.parameters],
  );
  const [first] = found;
  if (!first) return null;
  const items = found
    .filter((spell) => spell.id !== null)
    .map(({ tenantId: _tenant, total: _total, ...spell }) => spell);
  return { tenantId: first.tenantId, items, total: first.total };
};

/** A version as it is kept: the reason for it sealed. */
export interface StoredVersion extends Omit<SpellVersionView, 'reason'> {
  readonly tenantId: string;
  readonly personId: string;
  readonly reasonCipher: Buffer | null;
}

/** Everything a spell in reach has said, the standing version first. Deleted ones too. */
export const listVersions = async (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  spellId: string,
): Promise<readonly StoredVersion[]> => {
  const reached = reach(actor, on, 1);
  const shown = fieldShown(actor, 'absence-kind', { of: 'r', on, taken: 1 + reached.parameters.length });
  return rows(
    tx,
    `with versions as (
       select tenant_id, employment_id, version, kind, first_on, last_on, degree, source, registered_on, received_at,
         null::timestamptz as superseded_at, null as change, null::bytea as "reasonCipher"
       from spells where id = $1 and ${inReach('tenant_id')}
       union all
       select tenant_id, employment_id, version, kind, first_on, last_on, degree, source, registered_on, received_at,
         superseded_at, change, reason_cipher
       from spell_versions where spell_id = $1 and ${inReach('tenant_id')})
     select r.tenant_id as "tenantId", r.person_id as "personId", version, case when ${shown.sql} then kind end as kind,
       first_on as "firstOn", last_on as "lastOn", degree, source, registered_on as "registeredOn",
       received_at as "receivedAt", superseded_at as "supersededAt", change, "reasonCipher"
     from versions join (${reached.sql}) r on r.tenant_id = versions.tenant_id and r.employment_id = versions.employment_id
     order by version desc`,
    [spellId, ...reached.parameters, ...shown.parameters],
  );
};

/** Records a spell reported by hand. Returns its id. */
export const insertSpell = async (
  tx: Tx,
  actor: HatActor,
  today: LocalDate,
  spell: SpellDays & { readonly tenantId: string; readonly employmentId: string },
): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    // A code of its own: after a correction another may be reported on the day that this one first named.
    `insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_code, source_first_on,
       registered_on, registered_assumed, recorded_by)
     values ($1, $2, $3, $4, $5, $6, '${HAND_SOURCE}', uuidv7(), $4, $7, false, $8) returning id`,
    [
      spell.tenantId,
      spell.employmentId,
      spell.kind,
      spell.firstOn,
      spell.lastOn,
      spell.degree,
      today,
      actor.userId,
    ],
  );
  if (!made) throw new Error('the spell was not recorded');
  return made.id;
};

export type HandChange = 'corrected' | 'recovered' | 'deleted';

/** Keeps what a spell says now before it is changed: nothing is overwritten (definitions 2.1). */
export const keepVersion = async (
  tx: Tx,
  actor: HatActor,
  spell: StoredSpell,
  how: { readonly change: HandChange; readonly today: LocalDate; readonly reasonCipher?: Buffer | null },
): Promise<void> => {
  await change(
    tx,
    `insert into spell_versions (tenant_id, spell_id, version, employment_id, kind, first_on, last_on, degree, source,
       source_code, source_first_on, registered_on, registered_assumed, received_at, recorded_by, import_id,
       corrected_by_hand, superseded_registered_on, superseded_by, change, reason_cipher)
     select tenant_id, id, version, employment_id, kind, first_on, last_on, degree, source, source_code, source_first_on,
       registered_on, registered_assumed, received_at, recorded_by, import_id, corrected_by_hand, $3, $4, $5, $6
     from spells where tenant_id = $1 and id = $2`,
    [spell.tenantId, spell.id, how.today, actor.userId, how.change, how.reasonCipher ?? null],
  );
};

/** Lets a spell say something else, registered today; its earlier version must have been kept. */
export const changeSpell = async (
  tx: Tx,
  actor: HatActor,
  today: LocalDate,
  spell: StoredSpell,
  days: SpellDays,
): Promise<void> => {
  await change(
    tx,
    `update spells set kind = $3, first_on = $4, last_on = $5, degree = $6, registered_on = $7, registered_assumed = false,
       received_at = now(), recorded_by = $8, corrected_by_hand = source <> 'hand', version = version + 1
     where tenant_id = $1 and id = $2`,
    [spell.tenantId, spell.id, days.kind, days.firstOn, days.lastOn, days.degree, today, actor.userId],
  );
};

export const removeSpell = async (tx: Tx, spell: StoredSpell): Promise<void> => {
  await change(tx, 'delete from spells where tenant_id = $1 and id = $2', [spell.tenantId, spell.id]);
};

/** Brings back a deleted spell in reach as it last was. Returns it, or null where there is none to bring back. */
export const restoreSpell = (
  tx: Tx,
  actor: HatActor,
  on: LocalDate,
  id: string,
): Promise<StoredSpell | null> => {
  const reached = reach(actor, on, 1);
  return row<StoredSpell>(
    tx,
    `with deleted as (
       select v.*, r.person_id from spell_versions v
       join (${reached.sql}) r on r.tenant_id = v.tenant_id and r.employment_id = v.employment_id
       where v.spell_id = $1 and ${inReach('v.tenant_id')}
         and not exists (select from spells where spells.tenant_id = v.tenant_id and spells.id = $1)
       order by version desc limit 1)
     insert into spells (tenant_id, id, employment_id, kind, first_on, last_on, degree, source, source_code, source_first_on,
       registered_on, registered_assumed, received_at, recorded_by, import_id, corrected_by_hand, version)
     select tenant_id, spell_id, employment_id, kind, first_on, last_on, degree, source, source_code, source_first_on,
       registered_on, registered_assumed, received_at, recorded_by, import_id, corrected_by_hand, version + 1
     from deleted where change = 'deleted'
     on conflict on constraint spells_key do nothing
     returning tenant_id as "tenantId", id, employment_id as "employmentId", kind, first_on as "firstOn",
       last_on as "lastOn", degree, version, source, (select person_id from deleted) as "personId"`,
    [id, ...reached.parameters],
  );
};
