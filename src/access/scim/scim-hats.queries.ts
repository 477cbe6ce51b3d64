import { change, rows, type Tx } from '../../platform/database/rows.js';
import { notUnique } from './domain/scim-problem.js';

export interface Settled {
  readonly given: readonly string[];
  readonly ended: readonly string[];
}

interface Scope {
  readonly tenantId: string;
  /** Ids of the directory's users; null for all of the employer's. */
  readonly users: readonly string[] | null;
  readonly at: Date;
}

/** One change of an employer's directory at a time: two could give the same hat twice. */
export const lockDirectory = async (tx: Tx, tenantId: string): Promise<void> => {
  await change(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 1))', [`scim ${tenantId}`]);
};

/** What the groups of users ($2) who are active come to. */
const WANTED = `
  wanted as (
    select distinct known.user_id, known.person_id, given.role from scim_users known
    join scim_members member on member.tenant_id = $1 and member.member_id = known.id
    join scim_groups one on one.tenant_id = $1 and one.id = member.group_id
    join scim_roles given on given.tenant_id = $1
      and (lower(given.value) = lower(one.display_name) or given.value = one.external_id)
    where known.tenant_id = $1 and known.active and ($2::uuid[] is null or known.id = any ($2)))`;

const giveHats = (tx: Tx, { tenantId, users }: Scope): Promise<{ id: string }[]> =>
  rows<{ id: string }>(
    tx,
    `with ${WANTED}, made as (
       insert into hats (user_id, role, tenant_id, person_id)
       select user_id, role, $1, person_id from wanted
       where not exists (select from hats where hats.user_id = wanted.user_id and hats.tenant_id = $1
         and hats.role = wanted.role and hats.ended_at is null)
       returning id)
     insert into scim_hats (tenant_id, hat_id) select $1, id from made returning hat_id as id`,
    [tenantId, users],
  );

const endHats = (tx: Tx, { tenantId, users, at }: Scope): Promise<{ id: string; userId: string }[]> =>
  rows<{ id: string; userId: string }>(
    tx,
    `with ${WANTED}
     update hats set ended_at = $3 where tenant_id = $1 and ended_at is null
       and id in (select hat_id from scim_hats where tenant_id = $1)
       and ($2::uuid[] is null or user_id in (select user_id from scim_users where tenant_id = $1 and id = any ($2)))
       and not exists (select from wanted where wanted.user_id = hats.user_id and wanted.role = hats.role)
     returning id, user_id as "userId"`,
    [tenantId, users, at],
  );

/** Ends the sessions that wear one of some hats, and those of users who have none left. */
const endSessions = (tx: Tx, ended: readonly { readonly id: string; readonly userId: string }[]) =>
  change(
    tx,
    `delete from auth.session where id::text in (select session_id from worn_hats where hat_id = any ($1::uuid[]))
       or ("userId"::text = any ($2::text[])
         and not exists (select from hats where user_id = "userId"::text and ended_at is null))`,
    [ended.map(({ id }) => id), ended.map(({ userId }) => userId)],
  );

// The wall is between parties, one of which may be another employer: nothing of it is said.
const asScim = (fault: unknown): never => {
  if (fault instanceof Error && 'constraint' in fault && fault.constraint === 'hats_behind_one_wall')
    throw notUnique('A user cannot be given the role of this group.');
  throw fault;
};

/** Gives the roles that groups give and ends those that they no longer do. @throws Problem 409 */
export const settleHats = async (tx: Tx, scope: Scope): Promise<Settled> => {
  const given = await giveHats(tx, scope).catch(asScim);
  const ended = await endHats(tx, scope);
  if (ended.length > 0) await endSessions(tx, ended);
  return { given: given.map(({ id }) => id), ended: ended.map(({ id }) => id) };
};
