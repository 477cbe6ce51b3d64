import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../../platform/http/page.js';
import { conflict, invalidField, notFound, Problem } from '../../platform/http/problem.js';
import { ROLES_OF, type HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { auditEveryEmployer } from '../audit.js';
import { Invitations } from '../users/invitations.service.js';
import type {
  ColleagueRole,
  ColleaguesPage,
  ColleagueAccessView,
  InviteColleagueDto,
} from './colleagues.dto.js';
import { PartyCircle } from './party-circle.js';

/**
 * A provider's consultants, for its team leads; those who speak for a party of a partnership, for each other. Nobody
 * gives a role that he does not lead or have himself, so that the parties that approve and pay stay apart.
 */
@Injectable()
export class Colleagues {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly circle: PartyCircle,
    private readonly invitations: Invitations,
  ) {}

  async list(actor: HatActor, query: PageQuery): Promise<ColleaguesPage> {
    const hatIds = await this.hatIdsOf(actor);
    const found = await this.doors.system('list colleagues', (tx) =>
      rows<ColleagueAccessView & { total: number }>(
        tx,
        `select hats.id, users.name, users.email, hats.role, hats.last_worn_at as "lastUsedAt", hats.id = $3 as self,
           coalesce(users."twoFactorEnabled", false) or exists (select from auth.passkey where "userId" = users.id) as "secondFactor",
           count(*) over ()::int as total
         from hats join auth."user" users on users.id::text = hats.user_id
         where ${OF_CIRCLE} order by users.name collate "da-x-icu", hats.role, hats.id limit $4 offset $5`,
        [actor.providerId, hatIds, actor.hatId, query.pageSize, offsetOf(query)],
      ),
    );
    return {
      page: query.page,
      pageSize: query.pageSize,
      total: found[0]?.total ?? 0,
      items: found.map(({ total: _total, ...colleague }) => colleague),
      roles: [...rolesToGive(actor)],
    };
  }

  /** @throws Problem 400 for a role that the actor may not give, 403 for who speaks for no party, 409 where the same is invited already */
  async invite(actor: HatActor, invited: InviteColleagueDto): Promise<void> {
    if (!rolesToGive(actor).includes(invited.role))
      throw invalidField('role', 'not-yours-to-give', 'Another party gives this role.');
    if (actor.partnershipId && (await this.hatIdsOf(actor)).length === 0)
      throw new Problem(403, 'speaks-for-no-party', 'Your role here speaks for no party.');
    await this.invitations.invite(actor, invited);
  }

  /** Ends a colleague's role and every session that wears it. @throws Problem 404, 409 */
  async end(actor: HatActor, hatId: string): Promise<void> {
    if (hatId === actor.hatId)
      throw conflict('own-access', 'A colleague ends your access, so that somebody is left.');
    const hatIds = await this.hatIdsOf(actor);
    await this.doors.system('end a colleague’s access', (tx) =>
      endHat(tx, { hatId, providerId: actor.providerId, hatIds, at: this.clock.now() }),
    );
    if (actor.providerId)
      await this.doors.acrossMandates(actor, (tx) =>
        auditEveryEmployer(tx, actor, {
          action: 'hat.end',
          subjectType: 'hat',
          subjectIds: [hatId],
          purpose: 'user administration',
        }),
      );
  }

  private async hatIdsOf(actor: HatActor): Promise<readonly string[]> {
    return actor.partnershipId ? this.circle.hatsBeside(actor) : [];
  }
}

const OF_CIRCLE = '(hats.provider_id = $1 or hats.id = any ($2::uuid[])) and hats.ended_at is null';

/** A team lead those of the provider; who speaks for a party of a partnership, the own one. */
const rolesToGive = ({ providerId, role }: HatActor): readonly ColleagueRole[] =>
  providerId ? ROLES_OF.provider : ROLES_OF.partnership.filter((one) => one === role);

interface EndingHat {
  readonly hatId: string;
  readonly providerId: string | null;
  readonly hatIds: readonly string[];
  readonly at: Date;
}

const endHat = async (tx: Tx, { hatId, providerId, hatIds, at }: EndingHat): Promise<void> => {
  const ended = await row<{ userId: string }>(
    tx,
    `update hats set ended_at = $4 where ${OF_CIRCLE} and id = $3 returning user_id as "userId"`,
    [providerId, hatIds, hatId, at],
  );
  if (!ended) throw notFound();
  await change(
    tx,
    `delete from auth.session where "userId"::text = $1 and (
       id::text in (select session_id from worn_hats where hat_id = $2)
       or not exists (select from hats where user_id = $1 and ended_at is null))`,
    [ended.userId, hatId],
  );
};
