import { Inject, Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { linkExpiresOn, type LinkHolder } from '../domain/link.js';
import { employerOf } from '../employer-of.js';
import { findIntroduction, type ReachedIntroduction } from '../journeys/journeys.queries.js';
import { putLink, removeLink } from '../journeys/journeys.repository.js';
import type { LinkMadeView } from '../journeys/journeys.view.js';
import { makeSecret } from './link-secret.js';

/** Where the web application has the page of those without a login. */
const PAGE = '/introduction';

/** Hands out the ways in of new employees and buddies, who need no login. */
@Injectable()
export class LinksService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** @throws Problem 404, 409 for a buddy where there is none, or once the employment is over */
  async make(actor: HatActor, id: string, holder: LinkHolder): Promise<LinkMadeView> {
    const tenantId = employerOf(actor);
    const today = this.clock.today();
    return this.doors.within(actor, tenantId, async (tx) => {
      const found = await findIntroduction(tx, actor, today, id);
      if (!found) throw notFound();
      if (holder === 'buddy' && found.buddyPersonId === null)
        throw conflict('no-buddy', 'There is no buddy yet.');
      if (found.endedOn !== null && found.endedOn < today)
        throw conflict('introduction-ended', 'The employment is over.');
      const { secret, hash } = makeSecret();
      const expiresOn = linkExpiresOn(found.startsOn, today);
      const at = this.clock.now();
      await putLink(tx, { tenantId, id }, { holder, hash, expiresOn, at, hatId: actor.hatId });
      await this.note(tx, actor, 'introduction.make-link', found, { holder });
      // Behind `#`, which no browser sends to a server or to the next page.
      return { link: `${new URL(PAGE, this.runtime.environment.publicUrl).href}#${secret}`, expiresOn };
    });
  }

  /** @throws Problem 404 */
  async remove(actor: HatActor, id: string): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      const found = await findIntroduction(tx, actor, this.clock.today(), id);
      if (!found) throw notFound();
      await removeLink(tx, { tenantId, id }, 'employee');
      await removeLink(tx, { tenantId, id }, 'buddy');
      await this.note(tx, actor, 'introduction.remove-links', found);
    });
  }

  private note(
    tx: Tx,
    actor: HatActor,
    action: string,
    { id, personId }: ReachedIntroduction,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId: employerOf(actor),
      action,
      subjectType: 'introduction',
      subjectIds: [id],
      personIds: [personId],
      purpose: 'introduction of new employees',
      detail,
    });
  }
}
