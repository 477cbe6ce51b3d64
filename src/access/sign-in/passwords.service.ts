import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, row } from '../../platform/database/rows.js';
import { invalidField } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import type { Language } from '../domain/actor.js';
import { resetMail } from '../domain/sign-in-mail.js';
import { Doors } from '../doors.js';
import { Lockout } from './lockout.js';
import { linkHash, linkNotUsable, linkTo, makeLinkToken } from './mailed-link.js';
import type { OwnSession } from './own-way-in.js';
import { SignIn } from './sign-in.js';
import { SignInEvents } from './sign-in-events.service.js';
import { sendPasswordReset } from './sign-in.jobs.js';

const HOUR = 60 * 60 * 1000;

/** Changing a password that is known, and replacing one that is not by a link in a mail. */
@Injectable()
export class Passwords {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    private readonly events: SignInEvents,
    private readonly lockout: Lockout,
    private readonly mailer: Mailer,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Every other session of the user ends. @throws Problem 400 for a wrong current password. */
  async change(session: OwnSession, current: string, next: string): Promise<void> {
    if (!(await this.signIn.isPassword(session.userId, current)))
      throw invalidField('current', 'wrong-password', 'That is not your password.');
    await this.signIn.setPassword(session.userId, next);
    await this.endSessions(session.userId, session.sessionId);
    await this.events.add(session.userId, 'password.changed');
  }

  /** Answers alike, and does alike much, whether somebody has the address or not. */
  async askForReset(email: string): Promise<void> {
    const user = await this.signIn.findUserByEmail(email);
    const now = this.clock.now();
    await this.doors.system('ask for a password reset', async (tx) => {
      const made = await row<{ id: string }>(
        tx,
        'insert into password_resets (user_id, created_at, expires_at) values ($1, $2, $3) returning id',
        [user?.id ?? null, now, new Date(now.getTime() + HOUR)],
      );
      await addJob(tx, sendPasswordReset, { id: made?.id ?? '' });
      await this.events.add(user?.id ?? null, 'password.reset-asked', tx);
    });
  }

  /** Works the job: only now is the secret of the link made, so that it stands in the mail and nowhere else. */
  async sendReset(id: string): Promise<void> {
    const { token, hash } = makeLinkToken();
    const reset = await this.doors.system('make the link of a password reset', (tx) =>
      row<{ userId: string | null; language: Language | null }>(
        tx,
        `update password_resets set token_hash = $2 where id = $1 and used_at is null and expires_at > $3
         returning user_id as "userId",
           (select language from hats where hats.user_id = password_resets.user_id order by id limit 1) as language`,
        [id, hash, this.clock.now()],
      ),
    );
    const user = reset?.userId ? await this.signIn.findUser(reset.userId) : null;
    if (!user) return;
    const link = linkTo(this.runtime.environment.publicUrl, '/reset', token);
    await this.mailer.send({ id, to: user.email, ...resetMail(reset?.language ?? 'da', link) });
  }

  /** Every session of the user ends, and a lock with it. @throws Problem 400 for a link used or too old. */
  async reset(token: string, password: string): Promise<void> {
    const used = await this.doors.system('use the link of a password reset', (tx) =>
      row<{ userId: string | null }>(
        tx,
        `update password_resets set used_at = $2
         where token_hash = $1 and used_at is null and expires_at > $2 returning user_id as "userId"`,
        [linkHash(token), this.clock.now()],
      ),
    );
    const user = used?.userId ? await this.signIn.findUser(used.userId) : null;
    if (!user) throw linkNotUsable();
    await this.signIn.setPassword(user.id, password);
    await this.endSessions(user.id, null);
    await this.lockout.forget(user.email);
    await this.events.add(user.id, 'password.reset');
  }

  /** Ends a user's sessions but one, and every other link to a new password with them. */
  private async endSessions(userId: string, except: string | null): Promise<void> {
    await this.doors.system('end a user’s sessions', async (tx) => {
      await change(
        tx,
        'delete from auth.session where "userId"::text = $1 and id::text is distinct from $2',
        [userId, except],
      );
      await change(tx, 'delete from password_resets where user_id = $1', [userId]);
    });
  }
}
