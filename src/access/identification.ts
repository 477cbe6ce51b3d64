import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { change, row } from '../platform/database/rows.js';
import { Clock } from '../platform/clock.js';
import { Doors } from './doors.js';
import { actorOf, HAT_COLUMNS, type HatRow } from './hat.js';
import type { Identity, KnownRequest } from './permit.js';
import { SignIn } from './sign-in/sign-in.js';
import { findSession, markUsed } from './worn-hat.queries.js';

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Tells who sends a request: a session by its cookie, or a machine by its token. */
@Injectable()
export class Identification {
  constructor(
    private readonly doors: Doors,
    private readonly signIn: SignIn,
    private readonly clock: Clock,
  ) {}

  async identify(request: KnownRequest): Promise<Identity | null> {
    const { authorization } = request.headers;
    if (typeof authorization === 'string') return this.byToken(authorization);
    return this.bySession(request);
  }

  private async bySession(request: KnownRequest): Promise<Identity | null> {
    const token = await this.signIn.tokenOf(request);
    if (token === null) return null;
    const now = this.clock.now();
    const known = await findSession(this.doors, token, this.clock.today(), now);
    if (!known) return null;
    const { sessionId, userId, method, boundTo } = known;
    if (known.isStale) {
      await this.doors.system('note that a session is in use', (tx) => markUsed(tx, sessionId, now));
    }
    if (known.mayProlong) await this.signIn.session(request);
    const hat = known.id !== null && known.obstacle === null ? known : null;
    return { userId, sessionId, method, boundTo, scopes: null, actor: hat ? actorOf(hat) : null };
  }

  private async byToken(authorization: string): Promise<Identity | null> {
    const [scheme, token] = authorization.split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) return null;
    const hash = tokenHash(token);
    return this.doors.system('read a machine token', async (tx) => {
      const hat = await row<HatRow & { scopes: string[] | null }>(
        tx,
        `select ${HAT_COLUMNS}, scopes from api_tokens join hats on hats.id = api_tokens.hat_id
         where token_hash = $1 and revoked_at is null and expires_at > now() and ended_at is null`,
        [hash],
      );
      if (!hat) return null;
      // Once a minute is enough to tell a token in use from a forgotten one.
      await change(
        tx,
        `update api_tokens set last_used_at = now()
         where token_hash = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
        [hash],
      );
      return {
        userId: hat.user_id,
        sessionId: null,
        method: null,
        boundTo: null,
        scopes: hat.scopes,
        actor: actorOf(hat),
      };
    });
  }
}
