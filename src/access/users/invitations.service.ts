import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { audit } from '../audit.js';
import type { HatActor, Role } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { sendInvitation } from '../sign-in/sign-in.jobs.js';
import { EmployeeDirectory } from './employee-directory.js';
import type { InvitationView, InviteUserDto } from './users.dto.js';

const DAYS = 7;

const tenantOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};

/** An employer's open invitations. Nobody has a role before the invited has shown that the mailbox is theirs. */
@Injectable()
export class Invitations {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly directory: EmployeeDirectory,
  ) {}

  async list(actor: HatActor): Promise<InvitationView[]> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, (tx) =>
      rows<InvitationView>(
        tx,
        `select id, email, name, role, invited_at as "invitedAt", expires_at as "expiresAt" from invitations
         where tenant_id = $1 and accepted_at is null and withdrawn_at is null order by invited_at desc limit 500`,
        [tenantId],
      ),
    );
  }

  /** @throws Problem 400 for an unknown employee number, 409 where the same is invited already. */
  async invite(
    actor: HatActor,
    { email, name, role, language, employeeNumber }: InviteUserDto,
  ): Promise<string> {
    const tenantId = tenantOf(actor);
    return this.doors.within(actor, tenantId, async (tx) => {
      const personId = await this.personOf(tx, tenantId, employeeNumber ?? null);
      const made = await row<{ id: string }>(
        tx,
        `insert into invitations (tenant_id, email, name, role, language, person_id, invited_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7::timestamptz + make_interval(days => ${DAYS}))
         on conflict (tenant_id, email, role) where accepted_at is null and withdrawn_at is null do nothing
         returning id`,
        [tenantId, email.toLowerCase(), name, role, language, personId, this.clock.now()],
      );
      if (!made) throw conflict('invited-already', 'There is an open invitation to this address and role.');
      await this.tell(tx, actor, tenantId, { action: 'invitation.make', id: made.id, role });
      await addJob(tx, sendInvitation, { tenantId, id: made.id });
      return made.id;
    });
  }

  /** Mails a new link; the old one stops working. @throws Problem 404 */
  async mailAgain(actor: HatActor, id: string): Promise<void> {
    const tenantId = tenantOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const renewed = await change(
        tx,
        `update invitations set token_hash = null, invited_at = $3, expires_at = $3::timestamptz + make_interval(days => ${DAYS})
         where tenant_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null`,
        [tenantId, id, this.clock.now()],
      );
      if (renewed === 0) throw notFound();
      await this.tell(tx, actor, tenantId, { action: 'invitation.renew', id });
      await addJob(tx, sendInvitation, { tenantId, id });
    });
  }

  /** @throws Problem 404 */
  async withdraw(actor: HatActor, id: string): Promise<void> {
    const tenantId = tenantOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const withdrawn = await change(
        tx,
        `update invitations set withdrawn_at = $3, token_hash = null
         where tenant_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null`,
        [tenantId, id, this.clock.now()],
      );
      if (withdrawn === 0) throw notFound();
      await this.tell(tx, actor, tenantId, { action: 'invitation.withdraw', id });
    });
  }

  /** @throws Problem 400 for an unknown employee number */
  async personOf(tx: Tx, tenantId: string, employeeNumber: string | null): Promise<string | null> {
    if (employeeNumber === null) return null;
    const personId = await this.directory.findPerson(tx, tenantId, employeeNumber.trim());
    if (personId === null)
      throw invalidField('employeeNumber', 'unknown-employee', 'No employee has this number.');
    return personId;
  }

  private tell(
    tx: Tx,
    actor: HatActor,
    tenantId: string,
    { action, id, role }: { readonly action: string; readonly id: string; readonly role?: Role },
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId,
      action,
      subjectType: 'invitation',
      subjectIds: [id],
      purpose: 'user administration',
      detail: role === undefined ? {} : { role },
    });
  }
}
