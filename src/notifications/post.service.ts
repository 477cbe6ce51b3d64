import { Inject, Injectable } from '@nestjs/common';
import { Clock, Doors, SignIn } from '../access/index.js';
import type { JobRun } from '../platform/jobs/job.js';
import { Mailer } from '../platform/mail/mailer.js';
import { RUNTIME, type Runtime } from '../platform/runtime.js';
import { noticeMail, type MailWords } from './domain/notice-mail.js';
import { PLACE_OF, requestMail } from './domain/request-mail.js';
import { findUnsent, markSent, type UnsentMail } from './mails.repository.js';

/** Where the web application has what a notice leads to. */
const WORKLIST = '/signals';
const INTRODUCTIONS = '/introductions';

/** Sends the mails that have been written. */
@Injectable()
export class PostService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    private readonly mailer: Mailer,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** A process killed between sending and marking sends again, under the same Message-ID. */
  async send(mailId: string, run: JobRun): Promise<void> {
    const mail = await this.doors.system('find a mail to send', (tx) => findUnsent(tx, mailId));
    if (!mail) return;
    const user = await this.signIn.findUser(mail.userId);
    if (!user)
      return this.runtime.log.warn({ mailId, userId: mail.userId }, 'a mail has no receiver any more');
    await this.mailer.send({ id: mailId, to: user.email, ...this.wordsOf(mail) });
    await this.doors.system('mark a mail as sent', async (tx) => {
      await markSent(tx, mailId, this.clock.now());
      await run.complete(tx);
    });
  }

  private wordsOf(mail: UnsentMail): MailWords {
    const { publicUrl } = this.runtime.environment;
    if (mail.counts !== null)
      return noticeMail(mail, {
        worklist: new URL(WORKLIST, publicUrl).href,
        introductions: new URL(INTRODUCTIONS, publicUrl).href,
      });
    return requestMail(mail.template, mail.language, new URL(PLACE_OF[mail.template], publicUrl).href);
  }
}
