import { preparedRowsIn, type Prepared } from '../platform/database/prepared.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { Actor } from './domain/actor.js';
import type { Purpose } from './domain/purposes.js';

/**
 * The audit: who read or changed what about whom, when, why and from where, allowed or denied.
 *
 * **One entry a request.** A page of a list is one entry with its filter and the ids shown, both indexed, so that the
 * extract of one person finds it. Entries are written in the transaction of what they tell of, and only added: the
 * application may neither change nor remove one.
 *
 * **People are keyed.** An entry holds no person's id but a pseudonym: a hash of the id under `people.audit_key`, a
 * random key of that person's own. Who knows the key finds the entries; erasing a person gives them another key
 * or takes the row away, and from then on nobody can tell whom the entries were about. What is hashed into the
 * seals is the pseudonym, so the seals hold before and after. Other subjects (a signal, a case) stand by their own
 * ids, which lead nowhere once their rows are erased. Who acted is told by the hat; the name lies with the user's
 * account and goes with it. A network and a kind of program say where from; words sought are not kept.
 *
 * **Sealing** (`audit/`). Every minute a job gathers each tenant's entries that no batch holds yet and writes a Merkle
 * root over them, chained to the head of the batch before. Writers wait for nobody: an entry whose transaction commits
 * late is not seen by one run and is seen by the next, since a batch takes what is there, not a span of time. Who
 * seals holds the row of the chain's head. Entries expire by whole batches; roots and heads stay.
 */
export interface AuditEntry {
  readonly tenantId: string;
  /** `resource.verb`, for instance `absence.read`. */
  readonly action: string;
  readonly subjectType: SubjectType;
  /** Of people: kept as pseudonyms. */
  readonly subjectIds: readonly string[];
  /** The people concerned, where the subjects are not people themselves. */
  readonly personIds?: readonly (string | null)[];
  readonly purpose: Purpose;
  /** Allowed unless it says otherwise. */
  readonly outcome?: 'allowed' | 'denied';
  /** Ids, filters and field names only: never a name, a person's id, a date of absence or free text. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export const SUBJECT_TYPES = [
  'person',
  'citizen',
  'spell',
  'signal',
  'case',
  'request',
  'introduction',
  'programme',
  'import',
  'unit',
  'employer',
  'mandate',
  'report',
  'delivery',
  'user',
  'audit',
  'hat',
  'invitation',
  'token',
  'sign-in-settings',
  'survey',
  'course',
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** The pseudonyms, in order, of those of some people's ids (`$ids`) who are the tenant's (`$tenant`), employees or citizens. */
export const pseudonymsOf = (tenant: string, ids: string): string => `array(
  select audit_pseudonym(audit_key, id) from people where tenant_id = ${tenant} and id = any (${ids}::uuid[])
  union all select audit_pseudonym(audit_key, id) from citizens where tenant_id = ${tenant} and id = any (${ids}::uuid[])
  order by 1)`;

const WRITE: Prepared = {
  name: 'write_audit_entries',
  text: `
    insert into audit_entries (tenant_id, hat_id, role, action, subject_type, subject_ids, people, purpose, origin,
      outcome, detail)
    select entry.tenant_id, $2, $3, action, subject_type, subject_ids, ${pseudonymsOf('entry.tenant_id', 'entry.people')},
      purpose, $4, outcome, detail
    from jsonb_to_recordset($1) as entry (tenant_id uuid, action text, subject_type text, subject_ids uuid[],
      people uuid[], purpose text, outcome text, detail jsonb)`,
};

const rowOf = (actor: Actor, entry: AuditEntry) => {
  const ofPeople = entry.subjectType === 'person' || entry.subjectType === 'citizen';
  const people = [...(ofPeople ? entry.subjectIds : []), ...(entry.personIds ?? [])];
  return {
    tenant_id: entry.tenantId,
    action: entry.action,
    subject_type: entry.subjectType,
    subject_ids: ofPeople ? [] : entry.subjectIds,
    people: people.filter((id) => id !== null),
    purpose: actor.kind === 'hat' ? entry.purpose : actor.purpose,
    outcome: entry.outcome ?? 'allowed',
    detail: entry.detail ?? {},
  };
};

/** Writes who read or changed what, in the transaction that does it. */
export const audit = async (tx: Tx, actor: Actor, ...entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  const by = actor.kind === 'hat' ? actor : null;
  const written = JSON.stringify(entries.map((entry) => rowOf(actor, entry)));
  await preparedRowsIn(tx, WRITE, [written, by?.hatId ?? null, by?.role ?? 'system', actor.from ?? '']);
};

/** What concerns an employer as a whole, and nobody in it. */
export const auditEmployer = (
  tx: Tx,
  actor: Actor,
  entry: Omit<AuditEntry, 'subjectType' | 'subjectIds'>,
): Promise<void> => audit(tx, actor, { ...entry, subjectType: 'employer', subjectIds: [entry.tenantId] });

/** The same at every employer that the door lets in: a consultant's provider tells those that mandate it. */
export const auditEveryEmployer = async (
  tx: Tx,
  actor: Actor,
  entry: Omit<AuditEntry, 'tenantId'>,
): Promise<void> => {
  const employers = await rows<{ tenantId: string }>(
    tx,
    'select unnest((select tenants_in_reach())::uuid[]) as "tenantId"',
  );
  await audit(tx, actor, ...employers.map(({ tenantId }) => ({ ...entry, tenantId })));
};

/** Of a list that was shown: an entry an employer, for a consultant's list is of several. */
export const auditShown = async <Shown extends { readonly tenantId: string }>(
  tx: Tx,
  actor: Actor,
  shown: readonly Shown[],
  entryOf: (own: readonly Shown[]) => Omit<AuditEntry, 'tenantId'>,
): Promise<void> => {
  const tenants = [...new Set(shown.map(({ tenantId }) => tenantId))];
  const entries = tenants.map((tenantId) => ({
    tenantId,
    ...entryOf(shown.filter((one) => one.tenantId === tenantId)),
  }));
  await audit(tx, actor, ...entries);
};
