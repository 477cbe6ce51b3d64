import { change, type Tx } from '../platform/database/rows.js';
import type { Actor } from './domain/actor.js';

export interface AuditEntry {
  readonly tenantId: string;
  /** `resource.verb`, for instance `absence.read`. */
  readonly action: string;
  readonly subjectType:
    'person' | 'spell' | 'signal' | 'case' | 'import' | 'unit' | 'employer' | 'mandate' | 'report';
  readonly subjectIds: readonly string[];
  readonly purpose: string;
  /** Ids, filters and field names only: never a name, a date of absence or free text. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes who read or changed what, in the transaction that does it. A page of a list is one entry with its ids. */
export const audit = async (tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> => {
  const by = actor.kind === 'hat' ? actor : null;
  await change(
    tx,
    `insert into audit_entries (tenant_id, user_id, hat_id, role, action, subject_type, subject_ids, purpose, outcome, detail)
     values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, 'allowed', $9)`,
    [
      entry.tenantId,
      by?.userId ?? null,
      by?.hatId ?? null,
      by?.role ?? 'system',
      entry.action,
      entry.subjectType,
      entry.subjectIds,
      actor.kind === 'hat' ? entry.purpose : actor.purpose,
      JSON.stringify(entry.detail ?? {}),
    ],
  );
};
