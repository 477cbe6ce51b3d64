import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, rows, type Tx } from '../../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../../platform/http/page.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { audit } from '../audit.js';
import type { HatActor, Role } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { EmployeeDirectory } from './employee-directory.js';
import { Invitations } from './invitations.service.js';
import type { EmployeeChoiceView, UserRowView, UsersPage } from './users.dto.js';

interface HatOfUser {
  readonly id: string;
  readonly role: Role;
  readonly personId: string | null;
  readonly lastUsedAt: Date | null;
}
type UserWithHats = Omit<UserRowView, 'hats'> & {
  readonly hats: readonly HatOfUser[];
  readonly total: number;
};

/** An employer's users, as its administrator sees them: never what they do elsewhere. */
@Injectable()
export class Users {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly directory: EmployeeDirectory,
    private readonly invitations: Invitations,
  ) {}

  async list(actor: HatActor, query: PageQuery): Promise<UsersPage> {
    const tenantId = tenantOf(actor);
    const found = await this.doors.system('list an employer’s users', (tx) => listUsers(tx, tenantId, query));
    const people = found.flatMap(({ hats }) => hats.flatMap(({ personId }) => personId ?? []));
    const numbers = await this.doors.within(actor, tenantId, (tx) =>
      this.directory.numbersOf(tx, tenantId, people),
    );
    const items = found.map(({ total: _, hats, ...user }) => ({
      ...user,
      hats: hats.map(({ personId, ...hat }) => ({
        ...hat,
        employeeNumber: personId ? (numbers.get(personId) ?? null) : null,
      })),
    }));
    return { page: query.page, pageSize: query.pageSize, total: found[0]?.total ?? 0, items };
  }

  async findEmployees(actor: HatActor, text: string): Promise<EmployeeChoiceView[]> {
    const tenantId = tenantOf(actor);
    const { found, linked } = await this.doors.within(actor, tenantId, async (tx) => {
      const employees = await this.directory.search(tx, tenantId, text, this.clock.today());
      const ids = employees.map(({ personId }) => personId);
      await audit(tx, actor, {
        tenantId,
        action: 'person.find',
        subjectType: 'person',
        subjectIds: ids,
        purpose: 'user administration',
      });
      return { found: employees, linked: await linkedAmong(tx, tenantId, ids) };
    });
    return found.map(({ personId, ...employee }) => ({ ...employee, linked: linked.has(personId) }));
  }

  /** Says which employee a role is worn by. @throws Problem 404, 400 for an unknown employee number */
  async linkEmployee(actor: HatActor, hatId: string, employeeNumber: string | null): Promise<void> {
    const tenantId = tenantOf(actor);
    const personId = await this.doors.within(actor, tenantId, (tx) =>
      this.invitations.personOf(tx, tenantId, employeeNumber),
    );
    const linked = await this.doors.system('link a role to an employee', (tx) =>
      change(tx, 'update hats set person_id = $3 where id = $1 and tenant_id = $2 and ended_at is null', [
        hatId,
        tenantId,
        personId,
      ]),
    );
    if (linked === 0) throw notFound();
    await this.doors.within(actor, tenantId, (tx) =>
      audit(tx, actor, {
        tenantId,
        action: 'hat.link',
        subjectType: 'hat',
        subjectIds: [hatId],
        personIds: [personId],
        purpose: 'user administration',
      }),
    );
  }

  /** Ends every role a user has at the employer, and every session that wears one. @throws Problem 404, 409 */
  async endAccess(actor: HatActor, userId: string): Promise<void> {
    if (userId === actor.userId)
      throw conflict('own-access', 'Another administrator ends your access, so that one is left.');
    const tenantId = tenantOf(actor);
    const ended = await this.doors.system('end a user’s access', (tx) =>
      endHats(tx, { tenantId, userId, at: this.clock.now() }),
    );
    if (ended.length === 0) throw notFound();
    await this.doors.within(actor, tenantId, (tx) =>
      audit(tx, actor, {
        tenantId,
        action: 'hat.end',
        subjectType: 'hat',
        subjectIds: ended,
        purpose: 'user administration',
      }),
    );
  }
}

const tenantOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};

const linkedAmong = async (tx: Tx, tenantId: string, ids: readonly string[]): Promise<Set<string>> => {
  const linked = await rows<{ id: string }>(
    tx,
    'select person_id as id from hats where tenant_id = $1 and person_id = any ($2::uuid[]) and ended_at is null',
    [tenantId, ids],
  );
  return new Set(linked.map(({ id }) => id));
};

const listUsers = (tx: Tx, tenantId: string, query: PageQuery): Promise<UserWithHats[]> =>
  rows<UserWithHats>(
    tx,
    `select users.id::text as "userId", users.name, users.email, max(hats.last_worn_at) as "lastUsedAt",
       coalesce(users."twoFactorEnabled", false) or exists (select from auth.passkey where "userId" = users.id) as "secondFactor",
       json_agg(json_build_object('id', hats.id, 'role', hats.role, 'personId', hats.person_id,
         'lastUsedAt', hats.last_worn_at) order by hats.role) as hats,
       count(*) over () as total
     from hats join auth."user" users on users.id::text = hats.user_id
     where hats.tenant_id = $1 and hats.ended_at is null
     group by users.id order by users.name collate "da-x-icu", users.id limit $2 offset $3`,
    [tenantId, query.pageSize, offsetOf(query)],
  );

/** Also for SCIM and SSO, which end access in other words. Returns the ids of the hats that ended. */
export const endHats = async (
  tx: Tx,
  { tenantId, userId, at }: { readonly tenantId: string; readonly userId: string; readonly at: Date },
): Promise<string[]> => {
  const ended = await rows<{ id: string }>(
    tx,
    'update hats set ended_at = $3 where tenant_id = $1 and user_id = $2 and ended_at is null returning id',
    [tenantId, userId, at],
  );
  const ids = ended.map(({ id }) => id);
  await change(
    tx,
    `delete from auth.session where "userId"::text = $1 and (
       id::text in (select session_id from worn_hats where hat_id = any ($2::uuid[]))
       or id::text in (select session_id from session_openings where tenant_id = $3)
       or not exists (select from hats where user_id = $1 and ended_at is null))`,
    [userId, ids, tenantId],
  );
  return ids;
};
