import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/database/rows.js';
import type { HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { readFilter } from './domain/scim-filter.js';
import { GROUP_SCHEMA, patchGroup, readGroup, type ScimGroup } from './domain/scim-group.js';
import { readOperations } from './domain/scim-operations.js';
import { invalidValue, notUnique } from './domain/scim-problem.js';
import { ScimAddresses } from './scim-addresses.js';
import { tell, tellChange, tenantOf } from './scim-audit.js';
import * as groups from './scim-groups.repository.js';
import { lockDirectory, settleHats } from './scim-hats.queries.js';
import { wantsMembers, windowOf, type ScimListQuery, type ScimReadQuery } from './scim.dto.js';
import { listOf, type ScimGroupsView, type ScimGroupView } from './scim.view.js';

const subjectsOf = (found: readonly groups.GroupRow[]) =>
  found.flatMap(({ members }) => members.map(({ value, personId }) => ({ id: value, personId })));

/** Groups of the employer's directory. Which role one gives is the administrator's to say, never the directory's. */
@Injectable()
export class ScimGroups {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly addresses: ScimAddresses,
  ) {}

  /** @throws Problem 400 for a filter that is not known */
  async list(actor: HatActor, query: ScimListQuery): Promise<ScimGroupsView> {
    const tenantId = tenantOf(actor);
    const filter = readFilter(query.filter, groups.GROUP_FILTERS);
    const { startIndex, limit } = windowOf(query);
    const withMembers = wantsMembers(query);
    return this.doors.within(actor, tenantId, async (tx) => {
      const wanted = { filter, startIndex, limit, withMembers };
      const { total, found } = await groups.listGroups(tx, tenantId, wanted);
      await tell(tx, actor, { action: 'group.read', users: subjectsOf(found) });
      return listOf(
        found.map((group) => this.viewOf(group, withMembers)),
        total,
        startIndex,
      );
    });
  }

  /** @throws Problem 404 */
  async show(actor: HatActor, id: string, query: ScimReadQuery = {}): Promise<ScimGroupView> {
    const tenantId = tenantOf(actor);
    const withMembers = wantsMembers(query);
    return this.doors.within(actor, tenantId, async (tx) => {
      const group = await groups.findGroup(tx, tenantId, id, withMembers);
      if (!group) throw notFound();
      await tell(tx, actor, { action: 'group.read', users: subjectsOf([group]), detail: { group: id } });
      return this.viewOf(group, withMembers);
    });
  }

  /** @throws Problem 400, 409 where the employer has a group of this name already */
  async make(actor: HatActor, body: unknown): Promise<ScimGroupView> {
    const group = readGroup(body);
    return this.write(actor, async (tx, tenantId) => {
      await this.refuseTaken(tx, tenantId, group);
      return { id: await groups.insertGroup(tx, tenantId, group, this.clock.now()), members: group.members };
    });
  }

  /** @throws Problem 400, 404, 409 */
  async replace(actor: HatActor, id: string, body: unknown): Promise<ScimGroupView> {
    const next = readGroup(body);
    return this.change(actor, id, () => next);
  }

  /** @throws Problem 400, 404, 409 */
  async patch(actor: HatActor, id: string, body: unknown): Promise<ScimGroupView> {
    const operations = readOperations(body);
    return this.change(actor, id, (group) => patchGroup(group, operations));
  }

  /** @throws Problem 404 */
  async remove(actor: HatActor, id: string): Promise<void> {
    const tenantId = tenantOf(actor);
    const settled = await this.doors.system('remove a group', async (tx) => {
      await lockDirectory(tx, tenantId);
      const group = await groups.findGroup(tx, tenantId, id);
      if (!group) throw notFound();
      await groups.deleteGroup(tx, tenantId, id);
      const users = subjectsOf([group]);
      const scope = { tenantId, users: users.map((user) => user.id), at: this.clock.now() };
      return { users, ...(await settleHats(tx, scope)) };
    });
    await tellChange(this.doors, actor, {
      action: 'group.provision',
      ...settled,
      detail: { group: id, removed: true },
    });
  }

  private change(
    actor: HatActor,
    id: string,
    changed: (group: ScimGroup) => ScimGroup,
  ): Promise<ScimGroupView> {
    return this.write(actor, async (tx, tenantId) => {
      const found = await groups.findGroup(tx, tenantId, id);
      if (!found) throw notFound();
      const next = changed({ ...found, members: found.members.map(({ value }) => value) });
      await this.refuseTaken(tx, tenantId, next, id);
      await groups.updateGroup(tx, { tenantId, id }, next, this.clock.now());
      // Another name may give its members another role, whether or not somebody came or left.
      const renamed = found.displayName !== next.displayName || found.externalId !== next.externalId;
      return { id, members: next.members, settleAll: renamed };
    });
  }

  private async write(
    actor: HatActor,
    work: (
      tx: Tx,
      tenantId: string,
    ) => Promise<{ readonly id: string; readonly members: readonly string[]; readonly settleAll?: boolean }>,
  ): Promise<ScimGroupView> {
    const tenantId = tenantOf(actor);
    const done = await this.doors.system('keep a group', async (tx) => {
      await lockDirectory(tx, tenantId);
      const { id, members, settleAll } = await work(tx, tenantId);
      if ((await groups.countKnown(tx, tenantId, members)) !== members.length)
        throw invalidValue('A member is a user of yours, by its id.');
      const users = await groups.setMembers(tx, { tenantId, id }, members);
      const scope = settleAll ? null : users.map((user) => user.id);
      const settled = await settleHats(tx, { tenantId, users: scope, at: this.clock.now() });
      return { id, users, ...settled };
    });
    const { id, ...told } = done;
    await tellChange(this.doors, actor, { action: 'group.provision', ...told, detail: { group: id } });
    return this.show(actor, id);
  }

  private async refuseTaken(
    tx: Tx,
    tenantId: string,
    { displayName }: ScimGroup,
    id?: string,
  ): Promise<void> {
    const except = id === undefined ? {} : { except: id };
    if (await groups.isNameTaken(tx, tenantId, { displayName, ...except }))
      throw notUnique('There is a group of this name already.');
  }

  private viewOf(group: groups.GroupRow, withMembers: boolean): ScimGroupView {
    const { id, displayName, externalId } = group;
    return {
      schemas: [GROUP_SCHEMA],
      id,
      ...(externalId === null ? {} : { externalId }),
      displayName,
      ...(withMembers ? { members: group.members.map(({ value, display }) => ({ value, display })) } : {}),
      meta: {
        resourceType: 'Group',
        created: group.createdAt,
        lastModified: group.changedAt,
        location: this.addresses.of('Groups', id),
      },
    };
  }
}
