import { Inject, Injectable } from '@nestjs/common';
import { Doors, systemActor } from '../../access/index.js';
import type { JobRun } from '../../platform/jobs/job.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { SmsGateway } from '../../platform/sms/sms-gateway.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { row, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Wording } from '../instruments/domain/instrument.js';
import { linkText } from './domain/invitation-link.js';
import { invitationMail, invitationMessage } from './domain/invitation-words.js';
import type { Channel } from './domain/round.js';
import { openSecrets } from './secrets.js';

const ACTOR = systemActor('send invitations to a survey');
/** Where the web application has the page for answering. */
export const ANSWER_PATH = '/svar';

interface Addressed {
  readonly channel: Channel;
  readonly emailCipher: Buffer | null;
  readonly phoneCipher: Buffer | null;
  readonly title: Wording;
  readonly employerName: string;
  readonly closesOn: LocalDate;
  readonly fingerprint: string;
  readonly isOver: boolean;
  readonly hasBegun: boolean;
}

/** Sends each invited person the link, by mail or by telephone. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly doors: Doors,
    private readonly cipher: Cipher,
    private readonly mailer: Mailer,
    private readonly sms: SmsGateway,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** A process killed between sending and marking sends again, under the same id. */
  async send(
    { tenantId, invitationId, again }: { tenantId: string; invitationId: string; again: boolean },
    run: JobRun,
  ): Promise<void> {
    const found = await this.doors.within(ACTOR, tenantId, (tx) => findAddressed(tx, tenantId, invitationId));
    if (!found || found.isOver || (again && found.hasBegun)) return;
    const secret = (await openSecrets(this.cipher, tenantId)).ofLink(invitationId);
    const link = new URL(ANSWER_PATH, this.runtime.environment.publicUrl);
    link.hash = linkText({ tenantId, invitationId, secret, fingerprint: found.fingerprint });
    const words = { ...found, link: link.href, again };
    const email = await this.cipher.openText(tenantId, found.emailCipher);
    const phone = await this.cipher.openText(tenantId, found.phoneCipher);
    if (found.channel === 'mail' && email !== null)
      await this.mailer.send({ id: run.id, to: email, ...invitationMail(words) });
    if (found.channel === 'sms' && phone !== null)
      await this.sms.send({ id: run.id, to: phone, text: invitationMessage(words) });
    await this.doors.system('mark an invitation as sent', (tx) => run.complete(tx));
  }
}

const findAddressed = (tx: Tx, tenantId: string, invitationId: string): Promise<Addressed | null> =>
  row<Addressed>(
    tx,
    `select i.channel, d.email_cipher as "emailCipher", d.phone_cipher as "phoneCipher", r.title,
       employers.name as "employerName", r.closes_on as "closesOn", g.fingerprint,
       r.closed_at is not null as "isOver", i.token_issued_on is not null as "hasBegun"
     from survey_invitations i
     join employers on employers.tenant_id = i.tenant_id
     join survey_rounds r on r.tenant_id = i.tenant_id and r.round_id = i.round_id
     join survey_groups g on g.tenant_id = i.tenant_id and g.round_id = i.round_id and g.group_id = i.group_id
     left join person_details d on d.tenant_id = i.tenant_id and d.person_id = i.person_id
     where i.tenant_id = $1 and i.invitation_id = $2`,
    [tenantId, invitationId],
  );
