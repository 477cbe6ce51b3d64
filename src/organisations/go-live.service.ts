import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, HatsService, type HatActor } from '../access/index.js';
import { notFound, Problem } from '../platform/http/problem.js';
import type { Tx } from '../platform/database/rows.js';
import {
  DEFAULT_NOTICE_DAYS,
  earliestLiveDay,
  faultsOf,
  missingOf,
  stateOf,
  type GoLiveRecord,
} from './domain/go-live.js';
import type { RecordGoLiveDto } from './go-live.dto.js';
import { findLastLive, listGoLiveRecords, loadGoLive, saveGoLive } from './go-live.repository.js';
import type { GoLiveRecordsView, GoLiveView } from './go-live.view.js';
import { organisationsPolicy } from './organisations.policy.js';

@Injectable()
export class GoLiveService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  async read(actor: HatActor): Promise<GoLiveView> {
    return this.enter(actor, async (tx, tenantId) => this.viewOf(actor, await loadGoLive(tx, tenantId)));
  }

  async record(actor: HatActor, given: RecordGoLiveDto): Promise<GoLiveView> {
    return this.enter(actor, async (tx, tenantId) => {
      const record = recordOf(given);
      const faults = faultsOf(record, await findLastLive(tx, tenantId), this.clock.today());
      if (faults.length > 0) {
        throw new Problem(400, 'go-live-incomplete', 'The record does not allow going live yet.', faults);
      }
      await saveGoLive(tx, tenantId, record, { hatId: actor.hatId, at: this.clock.now() });
      await audit(tx, actor, {
        tenantId,
        action: 'go-live.record',
        subjectType: 'employer',
        subjectIds: [tenantId],
        purpose: 'prepare early signals',
        detail: { liveFrom: record.liveFrom },
      });
      return this.viewOf(actor, record);
    });
  }

  /** Every record as it was kept: what the works council was shown, and what the employees were told when. */
  async listRecords(actor: HatActor): Promise<GoLiveRecordsView> {
    const kept = await this.enter(actor, listGoLiveRecords);
    const names = await this.hats.names(kept.flatMap(({ recordedByHat }) => recordedByHat ?? []));
    return {
      items: kept.map(({ recordedByHat, ...record }) => ({
        ...record,
        recordedBy: recordedByHat === null ? null : (names.get(recordedByHat) ?? null),
      })),
    };
  }

  private enter<T>(actor: HatActor, work: (tx: Tx, tenantId: string) => Promise<T>): Promise<T> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    return this.doors.within(actor, tenantId, (tx) => work(tx, tenantId));
  }

  private viewOf(actor: HatActor, record: GoLiveRecord): GoLiveView {
    return {
      ...record,
      state: stateOf(record, this.clock.today()),
      earliestLiveOn: earliestLiveDay(record),
      missing: missingOf(record),
      abilities: abilities(organisationsPolicy, actor),
    };
  }
}

const recordOf = (given: RecordGoLiveDto): GoLiveRecord => ({
  dpiaApprovedBy: given.dpiaApprovedBy ?? null,
  dpiaApprovedOn: given.dpiaApprovedOn ?? null,
  worksCouncilOn: given.worksCouncilOn ?? null,
  minutesReference: given.minutesReference ?? null,
  informedText: given.informedText ?? null,
  informedOn: given.informedOn ?? null,
  noticeDays: given.noticeDays ?? DEFAULT_NOTICE_DAYS,
  recipients: given.recipients ?? null,
  retention: given.retention ?? null,
  liveFrom: given.liveFrom ?? null,
});
