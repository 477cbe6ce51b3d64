import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { row, type Tx } from '../../platform/database/rows.js';
import { invalidField } from '../../platform/http/problem.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { auditEveryEmployer } from '../audit.js';
import { placeMember } from '../colleagues/colleagues.jobs.js';
import type { HatActor, Language, Role } from '../domain/actor.js';
import { invitationMail } from '../domain/sign-in-mail.js';
import { Doors } from '../doors.js';
import { HatsService } from '../hats.service.js';
import { linkHash, linkNotUsable, linkTo, makeLinkToken } from '../sign-in/mailed-link.js';
import { SignIn } from '../sign-in/sign-in.js';
import type { OpenedInvitationView } from './users.dto.js';

interface Invitation {
  readonly tenantId: string | null;
  readonly providerId: string | null;
  readonly partnershipId: string | null;
  readonly invitedBy: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  readonly personId: string | null;
  readonly partyName: string;
}

const COLUMNS = `invitations.tenant_id as "tenantId", provider_id as "providerId", invitations.partnership_id as "partnershipId",
  invited_by as "invitedBy", invitations.id, email, invitations.name, role, language, person_id as "personId", coalesce(
    (select name from tenants where tenants.id = invitations.tenant_id),
    (select name from providers where providers.id = provider_id),
    (select name from partnerships where partnerships.partnership_id = invitations.partnership_id)) as "partyName"`;
const OPEN = 'accepted_at is null and withdrawn_at is null and expires_at >';

/** The invited's side of an invitation. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    private readonly hats: HatsService,
    private readonly mailer: Mailer,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Works the job: only now is the secret of the link made, so that it stands in the mail and nowhere else. */
  async send(id: string): Promise<void> {
    const { token, hash } = makeLinkToken();
    const invitation = await this.doors.system('make the link of an invitation', (tx) =>
      row<Invitation>(
        tx,
        `update invitations set token_hash = $2 where id = $1 and ${OPEN} $3 returning ${COLUMNS}`,
        [id, hash, this.clock.now()],
      ),
    );
    if (!invitation) return;
    const link = linkTo(this.runtime.environment.publicUrl, '/invitation', token);
    await this.mailer.send({ id, to: invitation.email, ...invitationMail(invitation.language, link) });
  }

  /** @throws Problem 400 for a link used, withdrawn or too old. */
  async open(token: string): Promise<OpenedInvitationView> {
    const invitation = await this.doors.system('open an invitation', (tx) =>
      row<Invitation>(tx, `select ${COLUMNS} from invitations where token_hash = $1 and ${OPEN} $2`, [
        linkHash(token),
        this.clock.now(),
      ]),
    );
    if (!invitation) throw linkNotUsable();
    const { email, name, partyName, role } = invitation;
    return { email, name, partyName, role, wantsPassword: await this.wantsPassword(email) };
  }

  /** @throws Problem 400 for a link used or too old, or where a password is wanted and missing. */
  async accept(token: string, password: string | null): Promise<void> {
    const { email, name, wantsPassword } = await this.open(token);
    if (wantsPassword && password === null) throw invalidField('password', 'required', 'Choose a password.');
    const userId = await this.signIn.ensureUser({ email, name });
    const { hat, invitationId } = await this.doors.system('accept an invitation', (tx) =>
      this.take(tx, linkHash(token), userId),
    );
    // An address that has a password keeps it: the link alone must not replace one.
    if (wantsPassword && password !== null) await this.signIn.setPassword(userId, password);
    await this.tell(hat, invitationId);
  }

  private async take(tx: Tx, hash: Buffer, userId: string) {
    const invitation = await row<Invitation>(
      tx,
      `update invitations set accepted_at = $2, token_hash = null where token_hash = $1 and ${OPEN} $2 returning ${COLUMNS}`,
      [hash, this.clock.now()],
    );
    if (!invitation) throw linkNotUsable();
    const { id, tenantId, providerId, partnershipId, invitedBy, role, personId, language } = invitation;
    const hat = await this.hats.giveIn(tx, {
      userId,
      role,
      language,
      ...(tenantId ? { tenantId } : {}),
      ...(providerId ? { providerId } : {}),
      ...(partnershipId ? { partnershipId } : {}),
      ...(personId ? { personId } : {}),
    });
    if (partnershipId)
      await addJob(tx, placeMember, { partnershipId, hatId: hat.hatId, besideHatId: invitedBy });
    return { hat, invitationId: id };
  }

  private async tell(hat: HatActor, invitationId: string): Promise<void> {
    if (hat.partnershipId) return;
    await this.doors.enter(hat, (tx) =>
      auditEveryEmployer(tx, hat, {
        action: 'hat.grant',
        subjectType: 'hat',
        subjectIds: [hat.hatId],
        purpose: 'user administration',
        detail: { invitationId, role: hat.role },
      }),
    );
  }

  private async wantsPassword(email: string): Promise<boolean> {
    const user = await this.signIn.findUserByEmail(email);
    return user === null || !(await this.signIn.hasPassword(user.id));
  }
}
