import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { Filter } from './domain/scim-filter.js';
import type { ScimUser } from './domain/scim-user.js';
import type { ScimReferenceView } from './scim.view.js';

export interface UserRow extends ScimUser {
  readonly id: string;
  readonly userId: string;
  readonly personId: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly groups: ScimReferenceView[];
}

export interface Window {
  readonly startIndex: number;
  readonly limit: number;
}

/** What is written of a user beside what the directory sent. */
export interface Written {
  readonly tenantId: string;
  readonly personId: string | null;
  readonly at: Date;
}

export const USER_FILTERS = ['userName', 'externalId'] as const;
type UserFilter = Filter<(typeof USER_FILTERS)[number]>;

const COLUMNS = `id, user_id as "userId", user_name as "userName", external_id as "externalId",
  display_name as "displayName", given_name as "givenName", family_name as "familyName", email,
  employee_number as "employeeNumber", person_id as "personId", active, created_at as "createdAt",
  changed_at as "changedAt",
  coalesce((select json_agg(json_build_object('value', one.id, 'display', one.display_name) order by one.display_name)
    from scim_members member join scim_groups one on one.tenant_id = $1 and one.id = member.group_id
    where member.tenant_id = $1 and member.member_id = scim_users.id), '[]') as groups`;

export const findUser = (tx: Tx, tenantId: string, id: string): Promise<UserRow | null> =>
  row<UserRow>(tx, `select ${COLUMNS} from scim_users where tenant_id = $1 and id = $2`, [tenantId, id]);

/** A user that another of the employer's already has the name of, or the account. */
export const isTaken = async (
  tx: Tx,
  tenantId: string,
  {
    userName,
    userId,
    except,
  }: { readonly userName: string; readonly userId?: string; readonly except?: string },
): Promise<boolean> =>
  (await row(
    tx,
    `select from scim_users where tenant_id = $1 and (lower(user_name) = lower($2) or user_id = $3)
     and id is distinct from $4`,
    [tenantId, userName, userId ?? null, except ?? null],
  )) !== null;

export const listUsers = async (
  tx: Tx,
  tenantId: string,
  { filter, startIndex, limit }: Window & { readonly filter: UserFilter | null },
): Promise<{ total: number; found: UserRow[] }> => {
  const parameters = [
    tenantId,
    filter?.attribute === 'userName' ? filter.value : null,
    filter?.attribute === 'externalId' ? filter.value : null,
  ];
  const where = `tenant_id = $1 and ($2::text is null or lower(user_name) = lower($2))
    and ($3::text is null or external_id = $3)`;
  const counted = await row<{ total: number }>(
    tx,
    `select count(*) as total from scim_users where ${where}`,
    parameters,
  );
  const found = await rows<UserRow>(
    tx,
    `select ${COLUMNS} from scim_users where ${where} order by id limit $4 offset $5`,
    [...parameters, limit, startIndex - 1],
  );
  return { total: counted?.total ?? 0, found };
};

const valuesOf = (user: ScimUser, { personId, at }: Written) => [
  user.userName,
  user.externalId,
  user.displayName,
  user.givenName,
  user.familyName,
  user.email,
  user.employeeNumber,
  user.active,
  personId,
  at,
];

/** Null where the account or the name is one of the employer's already. */
export const insertUser = (
  tx: Tx,
  written: Written & { readonly userId: string },
  user: ScimUser,
): Promise<{ id: string } | null> =>
  row<{ id: string }>(
    tx,
    `insert into scim_users (tenant_id, user_id, user_name, external_id, display_name, given_name, family_name, email,
       employee_number, active, person_id, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) on conflict do nothing returning id`,
    [written.tenantId, written.userId, ...valuesOf(user, written)],
  );

export const updateUser = async (
  tx: Tx,
  written: Written & { readonly id: string },
  user: ScimUser,
): Promise<void> => {
  await change(
    tx,
    `update scim_users set user_name = $3, external_id = $4, display_name = $5, given_name = $6, family_name = $7,
       email = $8, employee_number = $9, active = $10, person_id = $11, changed_at = $12
     where tenant_id = $1 and id = $2`,
    [written.tenantId, written.id, ...valuesOf(user, written)],
  );
};

/** The employee whom the directory names is who the user's roles here are worn by. */
export const linkHats = async (tx: Tx, tenantId: string, userId: string, personId: string): Promise<void> => {
  await change(
    tx,
    'update hats set person_id = $3 where tenant_id = $1 and user_id = $2 and ended_at is null',
    [tenantId, userId, personId],
  );
};

export const deleteUser = async (tx: Tx, tenantId: string, id: string): Promise<void> => {
  await change(tx, 'delete from scim_users where tenant_id = $1 and id = $2', [tenantId, id]);
};
