import { change, rows, type Tx } from '../../platform/database/rows.js';
import type { Role } from '../domain/actor.js';

/** For how long after their last role a user is still called by name in what they did and in the access log. */
export const NAMED_DAYS = 730;

const SIGNING_IN = [
  'delete from password_resets where user_id = any ($1)',
  'delete from used_codes where user_id = any ($1)',
  'delete from worn_hats where session_id in (select id::text from auth.session where "userId"::text = any ($1))',
  'delete from session_openings where session_id in (select id::text from auth.session where "userId"::text = any ($1))',
  'delete from auth.session where "userId"::text = any ($1)',
  'delete from auth.passkey where "userId"::text = any ($1)',
  'delete from auth."twoFactor" where "userId"::text = any ($1)',
  'delete from auth.account where "userId"::text = any ($1)',
] as const;

const forgetWaysIn = async (tx: Tx, userIds: readonly string[]): Promise<void> => {
  for (const sql of SIGNING_IN) await change(tx, sql, [userIds]);
};

/** Erases users: what they sign in with, their name and address. What they did stays, under an id that is nobody's. */
export const forgetUsers = async (tx: Tx, userIds: readonly string[]): Promise<number> => {
  await forgetWaysIn(tx, userIds);
  await change(tx, 'delete from mails where user_id = any ($1)', [userIds]);
  return change(tx, 'delete from auth."user" where id::text = any ($1)', [userIds]);
};

/** Users with no role in force, none promised by an invitation and none that a directory keeps. */
const WITHOUT_ROLE = `
  select users.id::text as id from auth."user" users
  where users."createdAt" < $1::timestamptz - interval '1 day'
    and not exists (select from hats where user_id = users.id::text and ended_at is null)
    and not exists (select from scim_users where user_id = users.id::text)
    and not exists (select from invitations where email = users.email and accepted_at is null
      and withdrawn_at is null and expires_at > $1)`;

const LONG_AGO = `
  and not exists (select from hats where user_id = users.id::text
    and ended_at > $1::timestamptz - make_interval(days => ${NAMED_DAYS}))`;

const WITH_A_WAY_IN = `
  and (exists (select from auth.account where "userId" = users.id)
    or exists (select from auth.passkey where "userId" = users.id)
    or exists (select from auth.session where "userId" = users.id))`;

/** Users of one night; more wait for the next. */
const MOST = 10_000;

const formerUsers = async (tx: Tx, at: Date, condition: string): Promise<string[]> => {
  const found = await rows<{ id: string }>(tx, `${WITHOUT_ROLE} ${condition} limit ${MOST}`, [at]);
  return found.map(({ id }) => id);
};

/** What somebody without a role signed in with goes at once; who they are, once nothing tells of it any more. */
export const forgetFormerUsers = async (tx: Tx, at: Date): Promise<void> => {
  await forgetWaysIn(tx, await formerUsers(tx, at, WITH_A_WAY_IN));
  await forgetUsers(tx, await formerUsers(tx, at, LONG_AGO));
};

/** Roles that somebody has as an employee; one who looks after the employer's system may do so after leaving. */
const OF_EMPLOYEES: readonly Role[] = ['employee', 'line-manager', 'employee-representative'];

/** Ends the roles that some hats of employees stand for, and erases the users who have none left anywhere. */
export const forgetWearers = async (
  tx: Tx,
  {
    tenantId,
    hatIds,
    at,
  }: { readonly tenantId: string; readonly hatIds: readonly string[]; readonly at: Date },
): Promise<void> => {
  const wearers = await rows<{ id: string }>(
    tx,
    `with ended as (
       update hats set ended_at = coalesce(ended_at, $3)
       where tenant_id = $1 and id = any ($2) and role = any ($4) returning id, user_id)
     select distinct user_id as id from ended
     where not exists (
       select from hats
       where hats.user_id = ended.user_id and ended_at is null and id not in (select id from ended))`,
    [tenantId, hatIds, at, OF_EMPLOYEES],
  );
  await change(
    tx,
    `delete from auth.session where id::text in (
       select session_id from worn_hats join hats on hats.id = hat_id
       where hat_id = any ($1::uuid[]) and ended_at is not null)`,
    [hatIds],
  );
  const ids = wearers.map(({ id }) => id);
  await change(tx, 'delete from scim_users where tenant_id = $1 and user_id = any ($2)', [tenantId, ids]);
  await forgetUsers(tx, ids);
};
