import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import type { HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { SignIn } from '../sign-in/sign-in.js';
import { EmployeeDirectory } from '../users/employee-directory.js';
import { endHats } from '../users/users.service.js';
import { readFilter } from './domain/scim-filter.js';
import { readOperations } from './domain/scim-operations.js';
import { notUnique } from './domain/scim-problem.js';
import {
  addressOf,
  ENTERPRISE_SCHEMA,
  nameOf,
  patchUser,
  readUser,
  USER_SCHEMA,
  type ScimUser,
} from './domain/scim-user.js';
import { ScimAddresses } from './scim-addresses.js';
import { tell, tellChange, tenantOf } from './scim-audit.js';
import { lockDirectory, settleHats, type Settled } from './scim-hats.queries.js';
import * as users from './scim-users.repository.js';
import { windowOf, type ScimListQuery } from './scim.dto.js';
import { listOf, type ScimUsersView, type ScimUserView } from './scim.view.js';

const taken = () => notUnique('There is a user of this name or address already.');

/**
 * Users as the employer's own directory keeps them. A row is the employer's link to an account: what the account is
 * called and may do elsewhere is neither read nor changed, and no answer tells whether it was there before.
 */
@Injectable()
export class ScimUsers {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    private readonly directory: EmployeeDirectory,
    private readonly addresses: ScimAddresses,
  ) {}

  /** @throws Problem 400 for a filter that is not known */
  async list(actor: HatActor, query: ScimListQuery): Promise<ScimUsersView> {
    const tenantId = tenantOf(actor);
    const filter = readFilter(query.filter, users.USER_FILTERS);
    const { startIndex, limit } = windowOf(query);
    return this.doors.within(actor, tenantId, async (tx) => {
      const { total, found } = await users.listUsers(tx, tenantId, { filter, startIndex, limit });
      await tell(tx, actor, { action: 'user.read', users: found, detail: { by: filter?.attribute ?? null } });
      return listOf(
        found.map((user) => this.viewOf(user)),
        total,
        startIndex,
      );
    });
  }

  /** @throws Problem 404 */
  async show(actor: HatActor, id: string): Promise<ScimUserView> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const user = await users.findUser(tx, tenantId, id);
      if (!user) throw notFound();
      await tell(tx, actor, { action: 'user.read', users: [user] });
      return this.viewOf(user);
    });
  }

  /** @throws Problem 400, 409 where the employer has a user of this name or address already */
  async make(actor: HatActor, body: unknown): Promise<ScimUserView> {
    const tenantId = tenantOf(actor);
    const user = readUser(body);
    const email = addressOf(user);
    const personId = await this.personOf(actor, user);
    const isTaken = await this.doors.within(actor, tenantId, (tx) =>
      users.isTaken(tx, tenantId, { userName: user.userName }),
    );
    if (isTaken) throw taken();
    const userId = await this.signIn.ensureUser({ email, name: nameOf(user) });
    const at = this.clock.now();
    const made = await this.doors.system('provision a user', async (tx) => {
      await lockDirectory(tx, tenantId);
      const added = await users.insertUser(tx, { tenantId, userId, personId, at }, user);
      if (!added) throw taken();
      if (personId) await users.linkHats(tx, tenantId, userId, personId);
      const settled = user.active
        ? NOTHING
        : { given: [], ended: await endHats(tx, { tenantId, userId, at }) };
      return { id: added.id, settled };
    });
    await tellChange(this.doors, actor, {
      action: 'user.provision',
      users: [{ id: made.id, personId }],
      detail: { made: true, active: user.active },
      ...made.settled,
    });
    return this.show(actor, made.id);
  }

  /** @throws Problem 400, 404, 409 */
  async replace(actor: HatActor, id: string, body: unknown): Promise<ScimUserView> {
    const next = readUser(body);
    return this.change(actor, id, () => next);
  }

  /** @throws Problem 400, 404, 409 */
  async patch(actor: HatActor, id: string, body: unknown): Promise<ScimUserView> {
    const operations = readOperations(body);
    return this.change(actor, id, (user) => patchUser(user, operations));
  }

  /** @throws Problem 404 */
  async remove(actor: HatActor, id: string): Promise<void> {
    const tenantId = tenantOf(actor);
    const { user, ended } = await this.doors.system('remove a provisioned user', async (tx) => {
      const found = await this.forChange(tx, tenantId, id);
      const hats = await endHats(tx, { tenantId, userId: found.userId, at: this.clock.now() });
      await users.deleteUser(tx, tenantId, id);
      return { user: found, ended: hats };
    });
    await tellChange(this.doors, actor, { action: 'user.deprovision', users: [user], given: [], ended });
  }

  private async change(
    actor: HatActor,
    id: string,
    changed: (user: ScimUser) => ScimUser,
  ): Promise<ScimUserView> {
    const tenantId = tenantOf(actor);
    const at = this.clock.now();
    const before = await this.doors.within(actor, tenantId, (tx) => users.findUser(tx, tenantId, id));
    if (!before) throw notFound();
    const personId = await this.personOf(actor, changed(before));
    const settled = await this.doors.system('change a provisioned user', async (tx) => {
      const user = await this.forChange(tx, tenantId, id);
      const next = changed(user);
      if (await users.isTaken(tx, tenantId, { userName: next.userName, except: id })) throw taken();
      await users.updateUser(tx, { tenantId, id, personId, at }, next);
      if (!next.active) return { given: [], ended: await endHats(tx, { tenantId, userId: user.userId, at }) };
      if (personId) await users.linkHats(tx, tenantId, user.userId, personId);
      return settleHats(tx, { tenantId, users: [id], at });
    });
    await tellChange(this.doors, actor, { action: 'user.provision', users: [{ id, personId }], ...settled });
    return this.show(actor, id);
  }

  private async forChange(tx: Tx, tenantId: string, id: string): Promise<users.UserRow> {
    await lockDirectory(tx, tenantId);
    const user = await users.findUser(tx, tenantId, id);
    if (!user) throw notFound();
    return user;
  }

  /** The employee whom the directory names; none while the payroll has not brought that number yet. */
  private async personOf(actor: HatActor, { employeeNumber }: ScimUser): Promise<string | null> {
    const tenantId = tenantOf(actor);
    if (employeeNumber === null) return null;
    return this.doors.within(actor, tenantId, (tx) =>
      this.directory.findPerson(tx, tenantId, employeeNumber),
    );
  }

  private viewOf(user: users.UserRow): ScimUserView {
    const { id, externalId, userName, givenName, familyName, email, active, groups, employeeNumber } = user;
    return {
      schemas: [USER_SCHEMA, ...(employeeNumber === null ? [] : [ENTERPRISE_SCHEMA])],
      id,
      ...(externalId === null ? {} : { externalId }),
      userName,
      displayName: nameOf(user),
      name: {
        ...(givenName === null ? {} : { givenName }),
        ...(familyName === null ? {} : { familyName }),
      },
      emails: email === null ? [] : [{ value: email, type: 'work', primary: true }],
      active,
      groups,
      ...(employeeNumber === null ? {} : { [ENTERPRISE_SCHEMA]: { employeeNumber } }),
      meta: {
        resourceType: 'User',
        created: user.createdAt,
        lastModified: user.changedAt,
        location: this.addresses.of('Users', id),
      },
    };
  }
}

const NOTHING: Settled = { given: [], ended: [] };
