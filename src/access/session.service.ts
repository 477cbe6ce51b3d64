import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { change } from '../platform/database/rows.js';
import { notFound, Problem, unauthenticated } from '../platform/http/problem.js';
import { audit } from './audit.js';
import { Doors } from './doors.js';
import type { HatActor } from './domain/actor.js';
import type { SignInMethod } from './domain/sign-in-method.js';
import { actorOf } from './hat.js';
import type { Identity } from './permit.js';
import type { HatView, SessionView } from './session.dto.js';
import { SignIn } from './sign-in/sign-in.js';
import { listOwnHats, putOn, recordOpening, type SessionKey } from './worn-hat.queries.js';

interface Begun {
  readonly cookies: readonly string[];
  readonly method: SignInMethod;
  /** The employer whose identity provider opened it. */
  readonly tenantId?: string;
}

/** Who is signed in, which hats they have and which one they wear. */
@Injectable()
export class SessionService {
  constructor(
    private readonly doors: Doors,
    private readonly signIn: SignIn,
    private readonly clock: Clock,
  ) {}

  async describe(identity: Identity): Promise<SessionView> {
    const user = await this.signIn.findUser(identity.userId);
    if (!user) throw unauthenticated();
    const hats = await this.hatsOf(identity);
    const worn = identity.actor ? hats.find((hat) => hat.id === identity.actor?.hatId) : undefined;
    return {
      userId: user.id,
      name: user.name,
      email: user.email,
      language: identity.actor?.language ?? 'da',
      method: identity.method,
      hats,
      hat: worn ?? null,
    };
  }

  /** A session just opened, by the cookies that open it; an only hat is put on at once. */
  async begin({ cookies, method, tenantId }: Begun): Promise<Identity> {
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    const session = await this.signIn.session({ headers: { cookie } });
    if (!session) throw unauthenticated();
    await this.doors.system('note how a session was opened', (tx) =>
      recordOpening(tx, {
        sessionId: session.sessionId,
        method,
        tenantId: tenantId ?? null,
        at: this.clock.now(),
      }),
    );
    const identity: Identity = { ...session, method, boundTo: tenantId ?? null, scopes: null, actor: null };
    const [only, ...others] = await this.hatsOf(identity);
    return only && others.length === 0 && only.obstacle === null ? this.putOn(identity, only.id) : identity;
  }

  /** A session whose way in has changed goes on under new cookies, wearing what it wore. */
  async goOn(identity: Identity, cookies: readonly string[], method: SignInMethod): Promise<Identity> {
    const next = await this.begin({ cookies, method });
    const hatId = identity.actor?.hatId;
    const hats = hatId ? await this.hatsOf(next) : [];
    const worn = hats.find((hat) => hat.id === hatId && hat.obstacle === null);
    return worn ? this.putOn(next, worn.id) : next;
  }

  async wear(identity: Identity, hatId: string): Promise<SessionView> {
    return this.describe(await this.putOn(identity, hatId));
  }

  /** @throws Problem 404 for a hat that is not the user's own, 403 for one that wants a second factor first. */
  async putOn(identity: Identity, hatId: string): Promise<Identity> {
    const key = this.keyOf(identity);
    const hat = await this.doors.system('put on a hat', (tx) => putOn(tx, key, hatId, this.clock.now()));
    if (!hat) throw await this.refusal(identity, hatId);
    const actor = actorOf(hat);
    await this.tell(actor, identity.method);
    return { ...identity, actor };
  }

  async setLanguage(identity: Identity, language: 'da' | 'en'): Promise<void> {
    await this.doors.system('remember a language', (tx) =>
      change(tx, 'update hats set language = $1 where user_id = $2', [language, identity.userId]),
    );
  }

  private async refusal(identity: Identity, hatId: string): Promise<Problem> {
    const known = (await this.hatsOf(identity)).find((hat) => hat.id === hatId);
    if (!known) return notFound();
    return new Problem(403, 'second-factor-required', 'This employer requires a second factor at sign-in.');
  }

  private async tell(actor: HatActor, method: SignInMethod | null): Promise<void> {
    const { tenantId, hatId } = actor;
    if (!tenantId) return;
    await this.doors.within(actor, tenantId, (tx) =>
      audit(tx, actor, {
        tenantId,
        action: 'hat.wear',
        subjectType: 'hat',
        subjectIds: [hatId],
        purpose: 'sign-in',
        detail: { method },
      }),
    );
  }

  private async hatsOf(identity: Identity): Promise<HatView[]> {
    if (!identity.sessionId) return [];
    return this.doors.system('list the hats of a user', (tx) => listOwnHats(tx, this.keyOf(identity)));
  }

  private keyOf({ sessionId, userId }: Identity): SessionKey {
    if (!sessionId) throw notFound();
    return { sessionId, userId, today: this.clock.today() };
  }
}
