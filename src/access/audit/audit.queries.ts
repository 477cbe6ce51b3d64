import { rows, row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import { fewestTold } from '../fewest-told.queries.js';
import type { AuditOutcome, AuditRole } from './audit.dto.js';
import type { AuditCountView, AuditEntryView } from './audit.view.js';

export interface AuditFilter {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly action?: string | undefined;
  readonly role?: AuditRole | undefined;
  readonly personId?: string | undefined;
  readonly outcome?: AuditOutcome | undefined;
}

export type FoundEntry = Omit<AuditEntryView, 'actorName'> & { readonly hatId: string | null };

const midnight = (day: string): string => `(${day})::timestamp at time zone 'Europe/Copenhagen'`;
const IN_PERIOD = `tenant_id = $1 and at >= ${midnight('$2::date')} and at < ${midnight('$3::date + 1')}`;
const KEYED = `(select audit_key, id from people where people.tenant_id = $1
  union all select audit_key, id from citizens where citizens.tenant_id = $1) keyed`;
const FILTER = `${IN_PERIOD} and ($4::text is null or action = $4) and ($5::text is null or role = $5)
  and ($6::text is null or outcome = $6) and ($7::uuid is null or people @> array[
    (select audit_pseudonym(audit_key, id) from ${KEYED} where keyed.id = $7)])`;

const filterParameters = (tenantId: string, filter: AuditFilter): unknown[] => [
  tenantId,
  filter.from,
  filter.to,
  filter.action ?? null,
  filter.role ?? null,
  filter.outcome ?? null,
  filter.personId ?? null,
];

const COLUMNS = `id, at, hat_id as "hatId", role, action, subject_type as "subjectType", subject_ids as "subjectIds",
  cardinality(people) as people, purpose, origin, outcome, detail::text as detail, batch`;

/** Entries under a filter, the newest first. */
export const findEntries = (
  tx: Tx,
  tenantId: string,
  filter: AuditFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<FoundEntry[]> =>
  rows<FoundEntry>(
    tx,
    `select ${COLUMNS} from audit_entries where ${FILTER} order by at desc, id desc limit $8 offset $9`,
    [...filterParameters(tenantId, filter), page.limit, page.offset],
  );

/** The next entries after one, the newest first: for going through all of them. */
export const findEntriesAfter = (
  tx: Tx,
  tenantId: string,
  filter: AuditFilter,
  { after, limit }: { readonly after: Pick<FoundEntry, 'id'> | null; readonly limit: number },
): Promise<FoundEntry[]> =>
  rows<FoundEntry>(
    tx,
    `select ${COLUMNS} from audit_entries where ${FILTER} and ($8::uuid is null or (at, id) <
       (select last.at, last.id from audit_entries last where last.tenant_id = $1 and last.id = $8))
     order by at desc, id desc limit $9`,
    [...filterParameters(tenantId, filter), after?.id ?? null, limit],
  );

export const countEntries = async (tx: Tx, tenantId: string, filter: AuditFilter): Promise<number> =>
  (
    await row<{ total: number }>(
      tx,
      `select count(*)::int as total from audit_entries where ${FILTER}`,
      filterParameters(tenantId, filter),
    )
  )?.total ?? 0;

/** Until when entries of a period are gone as expired; null where none of it is. */
export const lastExpiredFrom = async (tx: Tx, tenantId: string, from: LocalDate): Promise<string | null> =>
  (
    await row<{ until: Date | null }>(
      tx,
      `select max(last_at) as until from audit_batches
       where tenant_id = $1 and expired_at is not null and last_at >= ${midnight('$2::date')}`,
      [tenantId, from],
    )
  )?.until?.toISOString() ?? null;

/** How many entries there are of each action by each role; few are told as few. */
export const countByAction = async (
  tx: Tx,
  tenantId: string,
  { from, to }: Pick<AuditFilter, 'from' | 'to'>,
): Promise<AuditCountView[]> =>
  rows<AuditCountView>(
    tx,
    `select action, role, outcome, case when count(*) >= $4 then count(*)::int end as entries
     from audit_entries where ${IN_PERIOD} group by 1, 2, 3 order by 1, 2, 3`,
    [tenantId, from, to, await fewestTold(tx, tenantId)],
  );

/** One look at a person, as that person's own extract shows it. */
export interface LookUp {
  readonly id: string;
  readonly at: Date;
  readonly hatId: string | null;
  readonly role: AuditRole;
  readonly action: string;
  readonly purpose: string;
  readonly outcome: AuditOutcome;
}

/** Who looked at a person or changed something of theirs, the newest first, without what they did themselves. */
export const listLookUps = async (
  tx: Tx,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly LookUp[]; readonly total: number }> => {
  const concerned = `from audit_entries where tenant_id = $1 and role <> 'employee' and people @> array[
    (select audit_pseudonym(audit_key, id) from people where people.tenant_id = $1 and people.id = $2)]`;
  const items = await rows<LookUp>(
    tx,
    `select id, at, hat_id as "hatId", role, action, purpose, outcome ${concerned} order by at desc, id desc limit $3 offset $4`,
    [tenantId, personId, page.limit, page.offset],
  );
  const counted = await row<{ total: number }>(tx, `select count(*)::int as total ${concerned}`, [
    tenantId,
    personId,
  ]);
  return { items, total: counted?.total ?? 0 };
};
