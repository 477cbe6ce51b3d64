import { Injectable } from '@nestjs/common';
import { change, row, rows } from '../platform/database/rows.js';
import { notFound, unauthenticated } from '../platform/http/problem.js';
import { Doors } from './doors.js';
import { actorOf, HAT_COLUMNS, type HatRow } from './hat.js';
import type { Identity } from './permit.js';
import type { HatView, SessionView } from './session.dto.js';
import { SignIn } from './sign-in/sign-in.js';

/** Who is signed in, which hats they have and which one they wear. */
@Injectable()
export class SessionService {
  constructor(
    private readonly doors: Doors,
    private readonly signIn: SignIn,
  ) {}

  async describe(identity: Identity): Promise<SessionView> {
    const user = await this.signIn.findUser(identity.userId);
    if (!user) throw unauthenticated();
    const hats = await this.hatsOf(identity.userId);
    const worn = identity.actor ? hats.find((hat) => hat.id === identity.actor?.hatId) : undefined;
    return {
      userId: user.id,
      name: user.name,
      email: user.email,
      language: identity.actor?.language ?? 'da',
      hats,
      hat: worn ?? null,
    };
  }

  /** A session just opened, by the cookies that open it; an only hat is put on at once. */
  async begin(cookies: readonly string[]): Promise<Identity> {
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    const session = await this.signIn.session({ cookie });
    if (!session) throw unauthenticated();
    const identity: Identity = { ...session, actor: null };
    const [only, ...others] = await this.hatsOf(session.userId);
    return only && others.length === 0 ? this.putOn(identity, only.id) : identity;
  }

  async wear(identity: Identity, hatId: string): Promise<SessionView> {
    return this.describe(await this.putOn(identity, hatId));
  }

  /** @throws Problem 404 for a hat that is not the user's own. */
  private async putOn(identity: Identity, hatId: string): Promise<Identity> {
    if (!identity.sessionId) throw notFound();
    const hat = await this.doors.system('put on a hat', (tx) =>
      row<HatRow>(
        tx,
        `with worn as (
           insert into worn_hats (session_id, hat_id)
           select $1, id from hats where id = $2 and user_id = $3 and ended_at is null
           on conflict (session_id) do update set hat_id = excluded.hat_id, put_on_at = now()
           returning hat_id)
         select ${HAT_COLUMNS} from hats where id = (select hat_id from worn)`,
        [identity.sessionId, hatId, identity.userId],
      ),
    );
    if (!hat) throw notFound();
    return { ...identity, actor: actorOf(hat) };
  }

  async setLanguage(identity: Identity, language: 'da' | 'en'): Promise<void> {
    await this.doors.system('remember a language', (tx) =>
      change(tx, 'update hats set language = $1 where user_id = $2', [language, identity.userId]),
    );
  }

  private async hatsOf(userId: string): Promise<HatView[]> {
    return this.doors.system('list the hats of a user', (tx) =>
      rows<HatView>(
        tx,
        `select hats.id, role, coalesce(tenants.name, providers.name, partnerships.name) as "partyName",
           hats.tenant_id as "tenantId", hats.partnership_id as "partnershipId"
         from hats
         left join tenants on tenants.id = hats.tenant_id
         left join providers on providers.id = hats.provider_id
         left join partnerships on partnerships.partnership_id = hats.partnership_id
         where user_id = $1 and ended_at is null
         order by 3, role`,
        [userId],
      ),
    );
  }
}
