import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { audit } from '../audit.js';
import { systemActor, type HatActor, type Role } from '../domain/actor.js';
import { isInDomains, rolesFrom, type SsoProfile } from '../domain/sso-profile.js';
import { Doors } from '../doors.js';
import { HatsService } from '../hats.service.js';
import { SignIn } from '../sign-in/sign-in.js';
import { EmployeeDirectory } from '../users/employee-directory.js';
import { SsoRefused, type SsoConnection } from './connection.js';

interface InvitedRole {
  readonly role: Role;
  readonly personId: string | null;
}

/** Who of an employer's users somebody is whom its identity provider sent, made where the employer wants that. */
@Injectable()
export class SsoUsers {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    private readonly hats: HatsService,
    private readonly directory: EmployeeDirectory,
  ) {}

  /** The user's id, with the roles that the claims come to. @throws SsoRefused */
  async admit(connection: SsoConnection, profile: SsoProfile): Promise<string> {
    const { tenantId } = connection;
    if (!isInDomains(profile.email, connection.emailDomains)) throw new SsoRefused('domain', tenantId);
    const roles = rolesFrom(profile.roles, connection.roleMap, connection.defaultRole);
    const userId = await this.userOf(connection, profile, roles);
    await this.refuseDeactivated(tenantId, userId);
    const personId = await this.personOf(tenantId, profile.employeeNumber);
    const granted = await this.doors.system('give the roles of an identity provider', (tx) =>
      this.settleRoles(tx, connection, { userId, roles, personId }),
    );
    const inForce = (await this.hats.listOf(userId)).filter((hat) => hat.tenantId === tenantId);
    if (inForce.length === 0) throw new SsoRefused('no-access', tenantId);
    await this.tell(tenantId, granted);
    return userId;
  }

  /**
   * By the provider's own name for them, which outlives a change of address; else by address. A person unknown to this
   * employer is let in only where the employer wants users made and the claims give them a role.
   */
  private async userOf(
    connection: SsoConnection,
    profile: SsoProfile,
    roles: readonly Role[],
  ): Promise<string> {
    const { tenantId, id } = connection;
    const linked = await this.signIn.findLinked(`sso:${id}`, profile.subject);
    if (linked) return linked;
    const known = await this.signIn.findUserByEmail(profile.email);
    const isTheirs = await this.doors.system('find a user of an employer', (tx) =>
      row(
        tx,
        `select from hats where user_id = $1 and tenant_id = $2 and ended_at is null
         union all select from invitations where email = $3 and tenant_id = $2 and accepted_at is null
           and withdrawn_at is null and expires_at > $4 limit 1`,
        [known?.id ?? '', tenantId, profile.email, this.clock.now()],
      ),
    );
    if (!isTheirs && !(connection.makesUsers && roles.length > 0))
      throw new SsoRefused('no-access', tenantId);
    const userId = known?.id ?? (await this.signIn.ensureUser(profile));
    await this.signIn.link(userId, `sso:${id}`, profile.subject);
    return userId;
  }

  /** Whom the employer's directory has deactivated gets no role back by signing in. */
  private async refuseDeactivated(tenantId: string, userId: string): Promise<void> {
    const deactivated = await this.doors.system('find a deactivated user', (tx) =>
      row(tx, 'select from scim_users where tenant_id = $1 and user_id = $2 and not active', [
        tenantId,
        userId,
      ]),
    );
    if (deactivated) throw new SsoRefused('no-access', tenantId);
  }

  private async personOf(tenantId: string, employeeNumber: string | null): Promise<string | null> {
    if (employeeNumber === null) return null;
    return this.doors.within(systemActor('sign-in'), tenantId, (tx) =>
      this.directory.findPerson(tx, tenantId, employeeNumber),
    );
  }

  /** Gives what the claims and open invitations give, ends what only claims gave and no longer do. */
  private async settleRoles(
    tx: Tx,
    { tenantId, id: connectionId }: SsoConnection,
    user: { readonly userId: string; readonly roles: readonly Role[]; readonly personId: string | null },
  ): Promise<HatActor[]> {
    const { userId, roles, personId } = user;
    const now = this.clock.now();
    const invited = await rows<InvitedRole>(
      tx,
      `update invitations set accepted_at = $3, token_hash = null where tenant_id = $1 and accepted_at is null
         and withdrawn_at is null and expires_at > $3 and email = (select email from auth."user" where id::text = $2)
       returning role, person_id as "personId"`,
      [tenantId, userId, now],
    );
    const before = new Set((await this.hatsHere(tx, tenantId, userId)).map(({ id }) => id));
    const wanted: InvitedRole[] = [...invited, ...roles.map((role) => ({ role, personId: null }))];
    // One user's few roles.
    const given: HatActor[] = [];
    for (const one of wanted) {
      const person = one.personId ?? personId;
      given.push(
        await this.hats.giveIn(tx, {
          userId,
          tenantId,
          role: one.role,
          ...(person ? { personId: person } : {}),
        }),
      );
    }
    const made = given.filter(({ hatId }) => !before.has(hatId));
    const byClaims = made.filter(({ role }) => roles.includes(role)).map(({ hatId }) => hatId);
    await change(
      tx,
      'insert into sso_hats (tenant_id, hat_id, connection_id) select $1, unnest($2::uuid[]), $3 on conflict do nothing',
      [tenantId, byClaims, connectionId],
    );
    await change(
      tx,
      `update hats set ended_at = $4 where tenant_id = $1 and user_id = $2 and ended_at is null and role <> all ($3)
         and id in (select hat_id from sso_hats where tenant_id = $1)`,
      [tenantId, userId, roles, now],
    );
    if (personId)
      await change(
        tx,
        'update hats set person_id = $3 where tenant_id = $1 and user_id = $2 and ended_at is null',
        [tenantId, userId, personId],
      );
    return made;
  }

  private hatsHere(tx: Tx, tenantId: string, userId: string): Promise<{ id: string }[]> {
    return rows<{ id: string }>(
      tx,
      'select id from hats where tenant_id = $1 and user_id = $2 and ended_at is null',
      [tenantId, userId],
    );
  }

  private async tell(tenantId: string, granted: readonly HatActor[]): Promise<void> {
    const [hat] = granted;
    if (!hat) return;
    await this.doors.within(hat, tenantId, (tx) =>
      audit(tx, hat, {
        tenantId,
        action: 'hat.grant',
        subjectType: 'hat',
        subjectIds: granted.map(({ hatId }) => hatId),
        purpose: 'sign-in',
        detail: { by: 'sso', roles: granted.map(({ role }) => role) },
      }),
    );
  }
}
