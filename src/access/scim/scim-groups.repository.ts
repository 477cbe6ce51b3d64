import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { Filter } from './domain/scim-filter.js';
import type { ScimGroup } from './domain/scim-group.js';
import type { Window } from './scim-users.repository.js';
import type { ScimReferenceView } from './scim.view.js';

export interface Member extends ScimReferenceView {
  readonly personId: string | null;
}
export interface GroupRow {
  readonly id: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Empty where they were not asked for. */
  readonly members: readonly Member[];
}

export const GROUP_FILTERS = ['displayName', 'externalId'] as const;
type GroupFilter = Filter<(typeof GROUP_FILTERS)[number]>;

const columns = (
  withMembers: boolean,
): string => `id, display_name as "displayName", external_id as "externalId",
  created_at as "createdAt", changed_at as "changedAt", ${
    withMembers
      ? `coalesce((select json_agg(json_build_object('value', known.id, 'personId', known.person_id,
           'display', coalesce(known.display_name, known.user_name)) order by known.id)
         from scim_members member join scim_users known on known.tenant_id = $1 and known.id = member.member_id
         where member.tenant_id = $1 and member.group_id = scim_groups.id), '[]')`
      : `'[]'::json`
  } as members`;

export const findGroup = (
  tx: Tx,
  tenantId: string,
  id: string,
  withMembers = true,
): Promise<GroupRow | null> =>
  row<GroupRow>(tx, `select ${columns(withMembers)} from scim_groups where tenant_id = $1 and id = $2`, [
    tenantId,
    id,
  ]);

export const listGroups = async (
  tx: Tx,
  tenantId: string,
  wanted: Window & { readonly filter: GroupFilter | null; readonly withMembers: boolean },
): Promise<{ total: number; found: GroupRow[] }> => {
  const { filter, startIndex, limit, withMembers } = wanted;
  const parameters = [
    tenantId,
    filter?.attribute === 'displayName' ? filter.value : null,
    filter?.attribute === 'externalId' ? filter.value : null,
  ];
  const where = `tenant_id = $1 and ($2::text is null or lower(display_name) = lower($2))
    and ($3::text is null or external_id = $3)`;
  const counted = await row<{ total: number }>(
    tx,
    `select count(*) as total from scim_groups where ${where}`,
    parameters,
  );
  const found = await rows<GroupRow>(
    tx,
    `select ${columns(withMembers)} from scim_groups where ${where} order by id limit $4 offset $5`,
    [...parameters, limit, startIndex - 1],
  );
  return { total: counted?.total ?? 0, found };
};

export const listNames = (tx: Tx, tenantId: string): Promise<{ displayName: string; members: number }[]> =>
  rows<{ displayName: string; members: number }>(
    tx,
    `select display_name as "displayName",
       (select count(*)::int from scim_members m where m.tenant_id = $1 and m.group_id = scim_groups.id) as members
     from scim_groups where tenant_id = $1 order by display_name limit 1000`,
    [tenantId],
  );

export const isNameTaken = async (
  tx: Tx,
  tenantId: string,
  { displayName, except }: { readonly displayName: string; readonly except?: string },
): Promise<boolean> =>
  (await row(
    tx,
    'select from scim_groups where tenant_id = $1 and lower(display_name) = lower($2) and id is distinct from $3',
    [tenantId, displayName, except ?? null],
  )) !== null;

export const insertGroup = async (tx: Tx, tenantId: string, group: ScimGroup, at: Date): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into scim_groups (tenant_id, display_name, external_id, created_at, changed_at)
     values ($1, $2, $3, $4, $4) returning id`,
    [tenantId, group.displayName, group.externalId, at],
  );
  return made?.id ?? '';
};

export const updateGroup = async (
  tx: Tx,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  group: ScimGroup,
  at: Date,
): Promise<void> => {
  await change(
    tx,
    'update scim_groups set display_name = $3, external_id = $4, changed_at = $5 where tenant_id = $1 and id = $2',
    [tenantId, id, group.displayName, group.externalId, at],
  );
};

export const deleteGroup = async (tx: Tx, tenantId: string, id: string): Promise<void> => {
  await change(tx, 'delete from scim_groups where tenant_id = $1 and id = $2', [tenantId, id]);
};

/** How many of some ids are the employer's users. */
export const countKnown = async (tx: Tx, tenantId: string, ids: readonly string[]): Promise<number> =>
  (
    await row<{ known: number }>(
      tx,
      'select count(*) as known from scim_users where tenant_id = $1 and id = any ($2::uuid[])',
      [tenantId, ids],
    )
  )?.known ?? 0;

/** Makes some users the members, and nobody else. Returns those who came or left. */
export const setMembers = (
  tx: Tx,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  members: readonly string[],
): Promise<{ id: string; personId: string | null }[]> =>
  rows<{ id: string; personId: string | null }>(
    tx,
    `with gone as (
       delete from scim_members where tenant_id = $1 and group_id = $2 and member_id <> all ($3::uuid[])
       returning member_id),
     come as (
       insert into scim_members (tenant_id, group_id, member_id) select $1, $2, unnest($3::uuid[])
       on conflict do nothing returning member_id)
     select id, person_id as "personId" from scim_users
     where tenant_id = $1 and id in (select member_id from gone union select member_id from come)`,
    [tenantId, id, members],
  );
