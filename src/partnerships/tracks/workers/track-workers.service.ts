import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, HatsService, type HatActor } from '../../../access/index.js';
import { change, row, rows } from '../../../platform/database/rows.js';
import { invalidField, notFound } from '../../../platform/http/problem.js';
import { authorityOf } from '../authority-of.js';
import {
  TRACK_WORKER_KINDS,
  type TrackLoginView,
  type TrackWorkersView,
  type TrackWorkerView,
} from './track-workers.dto.js';

const PURPOSE = 'administration of the employment track';

/** Which login is which coach or caseworker of the authority's files: by it a coach has citizens of the own. */
@Injectable()
export class TrackWorkersService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  async list(actor: HatActor): Promise<TrackWorkersView> {
    const tenantId = authorityOf(actor);
    const found = await this.doors.within(actor, tenantId, (tx) =>
      rows<Omit<TrackWorkerView, 'loginName'>>(
        tx,
        `select id, kind, code, hat_id as "hatId" from track_workers where tenant_id = $1 order by kind, code limit 1000`,
        [tenantId],
      ),
    );
    const logins = await this.logins(tenantId);
    const names = new Map(logins.map(({ hatId, name }) => [hatId, name]));
    return {
      items: found.map((worker) => ({ ...worker, loginName: names.get(worker.hatId ?? '') ?? null })),
      logins,
    };
  }

  /** @throws Problem 404, 400 for a login that is none of this kind at the authority */
  async link(actor: HatActor, id: string, hatId: string | null): Promise<void> {
    const tenantId = authorityOf(actor);
    const logins = await this.logins(tenantId);
    await this.doors.within(actor, tenantId, async (tx) => {
      const worker = await row<{ kind: string }>(
        tx,
        'select kind from track_workers where tenant_id = $1 and id = $2',
        [tenantId, id],
      );
      if (!worker) throw notFound();
      if (hatId !== null && !logins.some((login) => login.hatId === hatId && login.kind === worker.kind))
        throw invalidField('hatId', 'unknown', 'There is no such login here.');
      await change(tx, 'update track_workers set hat_id = $3 where tenant_id = $1 and id = $2', [
        tenantId,
        id,
        hatId,
      ]);
      await audit(tx, actor, {
        tenantId,
        action: 'track-worker.link',
        subjectType: 'hat',
        subjectIds: hatId === null ? [] : [hatId],
        purpose: PURPOSE,
        detail: { workerId: id },
      });
    });
  }

  private async logins(tenantId: string): Promise<TrackLoginView[]> {
    const hats = await this.hats.listAround(tenantId, this.clock.today(), TRACK_WORKER_KINDS);
    const names = await this.hats.names(hats.map(({ hatId }) => hatId));
    return hats.flatMap(({ hatId, role }) => {
      const kind = TRACK_WORKER_KINDS.find((known) => known === role);
      return kind ? [{ hatId, kind, name: names.get(hatId) ?? '' }] : [];
    });
  }
}
