import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { audit } from '../audit.js';
import { PartyCircle } from '../colleagues/party-circle.js';
import type { HatActor, Language, Role } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { sendInvitation } from '../sign-in/sign-in.jobs.js';
import { EmployeeDirectory } from './employee-directory.js';
import type { InvitationView } from './users.dto.js';

const DAYS = 7;

/** What an invitation is asked for with; who the invited is among the employees, an employer says. */
export interface Invited {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  readonly employeeNumber?: string | null;
}

/** All of an employer or a provider; of a partnership those of the own party. The party is `$1`, hats that may have invited `$2`. */
const OPEN = `coalesce(tenant_id, provider_id, partnership_id) = $1 and ($2::uuid[] is null or invited_by = any ($2))
  and accepted_at is null and withdrawn_at is null`;
type Circle = readonly [party: string, hatIds: readonly string[] | null];

/** Open invitations of an employer, a provider or a party. Nobody has a role before the invited has shown that the mailbox is theirs. */
@Injectable()
export class Invitations {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly directory: EmployeeDirectory,
    private readonly circle: PartyCircle,
  ) {}

  async list(actor: HatActor): Promise<InvitationView[]> {
    return this.through(actor, (tx, circle) =>
      rows<InvitationView>(
        tx,
        `select id, email, name, role, invited_at as "invitedAt", expires_at as "expiresAt" from invitations
         where ${OPEN} order by invited_at desc limit 500`,
        circle,
      ),
    );
  }

  /** @throws Problem 400 for an unknown employee number, 409 where the same is invited already. */
  async invite(
    actor: HatActor,
    { email, name, role, language, employeeNumber = null }: Invited,
  ): Promise<void> {
    const { tenantId, providerId, partnershipId, hatId } = actor;
    await this.through(actor, async (tx) => {
      const personId = tenantId && (await this.personOf(tx, tenantId, employeeNumber));
      const made = await row<{ id: string }>(
        tx,
        `insert into invitations (tenant_id, provider_id, partnership_id, invited_by, email, name, role, language, person_id,
           invited_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10::timestamptz + make_interval(days => ${DAYS}))
         on conflict (coalesce(tenant_id, provider_id, partnership_id), email, role)
           where accepted_at is null and withdrawn_at is null do nothing
         returning id`,
        [
          tenantId,
          providerId,
          partnershipId,
          hatId,
          email.toLowerCase(),
          name,
          role,
          language,
          personId,
          this.clock.now(),
        ],
      );
      if (!made) throw conflict('invited-already', 'There is an open invitation to this address and role.');
      await this.tell(tx, actor, { action: 'invitation.make', id: made.id, role });
      await addJob(tx, sendInvitation, { id: made.id });
    });
  }

  /** Mails a new link; the old one stops working. @throws Problem 404 */
  async mailAgain(actor: HatActor, id: string): Promise<void> {
    await this.through(actor, async (tx, circle) => {
      const renewed = await change(
        tx,
        `update invitations set token_hash = null, invited_at = $4, expires_at = $4::timestamptz + make_interval(days => ${DAYS})
         where ${OPEN} and id = $3`,
        [...circle, id, this.clock.now()],
      );
      if (renewed === 0) throw notFound();
      await this.tell(tx, actor, { action: 'invitation.renew', id });
      await addJob(tx, sendInvitation, { id });
    });
  }

  /** @throws Problem 404 */
  async withdraw(actor: HatActor, id: string): Promise<void> {
    await this.through(actor, async (tx, circle) => {
      const withdrawn = await change(
        tx,
        `update invitations set withdrawn_at = $4, token_hash = null where ${OPEN} and id = $3`,
        [...circle, id, this.clock.now()],
      );
      if (withdrawn === 0) throw notFound();
      await this.tell(tx, actor, { action: 'invitation.withdraw', id });
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

  private async through<T>(actor: HatActor, work: (tx: Tx, circle: Circle) => Promise<T>): Promise<T> {
    const { tenantId, providerId, partnershipId } = actor;
    if (tenantId) return this.doors.within(actor, tenantId, (tx) => work(tx, [tenantId, null]));
    const party = providerId ?? partnershipId;
    if (!party) throw notFound();
    const hatIds = partnershipId ? await this.circle.hatsBeside(actor) : null;
    return this.doors.system('manage the invitations of a party', (tx) => work(tx, [party, hatIds]));
  }

  /** Employers keep an access log; of those who work for others they are told when a role is given. */
  private async tell(
    tx: Tx,
    actor: HatActor,
    { action, id, role }: { readonly action: string; readonly id: string; readonly role?: Role },
  ): Promise<void> {
    if (!actor.tenantId) return;
    await audit(tx, actor, {
      tenantId: actor.tenantId,
      action,
      subjectType: 'invitation',
      subjectIds: [id],
      purpose: 'user administration',
      detail: role === undefined ? {} : { role },
    });
  }
}
