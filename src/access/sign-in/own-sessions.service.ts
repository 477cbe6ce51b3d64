import { Injectable } from '@nestjs/common';
import { change, rows } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import { Doors } from '../doors.js';
import type { Identity } from '../permit.js';
import type { OwnSessionView } from './own-sessions.view.js';
import { ownSession } from './own-way-in.js';
import { SignInEvents } from './sign-in-events.service.js';

/** One opened by an employer's SSO ($3) knows only of sessions opened by the same. */
const OF_USER = `
  from auth.session
  left join session_openings opening on opening.session_id = auth.session.id::text
  where auth.session."userId"::text = $1 and ($2::uuid is null or opening.tenant_id = $2)`;

/** The sessions that a person has open, on whichever device. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly doors: Doors,
    private readonly events: SignInEvents,
  ) {}

  async list(identity: Identity): Promise<OwnSessionView[]> {
    const { userId, sessionId } = ownSession(identity);
    return this.doors.system('list a user’s sessions', (tx) =>
      rows<OwnSessionView>(
        tx,
        `select auth.session.id::text as id, coalesce("userAgent", '') as "userAgent", coalesce("ipAddress", '') as address,
           "createdAt" as "openedAt", coalesce(opening.last_used_at, "updatedAt") as "lastUsedAt",
           coalesce(opening.method, 'password') as method, auth.session.id::text = $3 as "isCurrent"
         ${OF_USER} and "expiresAt" > now() order by "isCurrent" desc, "lastUsedAt" desc`,
        [userId, identity.boundTo, sessionId],
      ),
    );
  }

  /** @throws Problem 404 for another user's. */
  async end(identity: Identity, id: string): Promise<void> {
    const { userId } = ownSession(identity);
    const ended = await this.doors.system('end a session', async (tx) => {
      const sessions = await change(
        tx,
        `delete from auth.session where id in (select auth.session.id ${OF_USER} and auth.session.id::text = $3)`,
        [userId, identity.boundTo, id],
      );
      if (sessions > 0) await this.events.add(userId, 'session.revoked', tx);
      return sessions;
    });
    if (ended === 0) throw notFound();
  }

  /** Every session, this one too. */
  async endAll(identity: Identity): Promise<void> {
    const { userId } = ownSession(identity);
    await this.doors.system('sign a user out everywhere', async (tx) => {
      await change(tx, `delete from auth.session where id in (select auth.session.id ${OF_USER})`, [
        userId,
        identity.boundTo,
      ]);
      await this.events.add(userId, 'session.revoked', tx);
    });
  }
}
