import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { abilities, auditEmployer, Clock, Doors, HatsService, type HatActor } from '../access/index.js';
import { offsetOf, type PageQuery } from '../platform/http/page.js';
import { notFound, Problem } from '../platform/http/problem.js';
import type { Tx } from '../platform/database/rows.js';
import { Cipher } from '../platform/storage/cipher.js';
import {
  approvesAnew,
  DEFAULT_NOTICE_DAYS,
  earliestLiveDay,
  faultsOf,
  missingOf,
  stateOf,
  type GoLiveRecord,
} from './domain/go-live.js';
import type { RecordGoLiveDto } from './go-live.dto.js';
import {
  findAssessment,
  findLastLive,
  keepAssessment,
  listGoLiveRecords,
  loadGoLive,
  lockGoLive,
  saveGoLive,
} from './go-live.repository.js';
import type { GoLiveRecordsView, GoLiveView } from './go-live.view.js';
import { ImpactAssessments } from './impact-assessments.js';
import { organisationsPolicy } from './organisations.policy.js';

@Injectable()
export class GoLiveService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
    private readonly assessments: ImpactAssessments,
    private readonly cipher: Cipher,
  ) {}

  async read(actor: HatActor): Promise<GoLiveView> {
    return this.enter(actor, async (tx, tenantId) => this.viewOf(actor, await loadGoLive(tx, tenantId)));
  }

  /** Keeps a record; with one that tells of an approval, the assessment as it stands, for nothing later to change. */
  async record(actor: HatActor, given: RecordGoLiveDto): Promise<GoLiveView> {
    const record = recordOf(given);
    const before = await this.enter(actor, (tx, tenantId) => this.check(tx, tenantId, record));
    const assessment = approvesAnew(before, record) ? await this.assessments.write(actor, record) : null;
    return this.enter(actor, async (tx, tenantId) => {
      await lockGoLive(tx, tenantId);
      await this.check(tx, tenantId, record);
      const by = { hatId: actor.hatId, at: this.clock.now() };
      const number = await saveGoLive(tx, tenantId, record, by);
      if (assessment !== null) await this.keep(tx, tenantId, number, assessment);
      await this.audit(tx, actor, tenantId, 'go-live.record', {
        liveFrom: record.liveFrom,
        ...(assessment === null ? {} : { assessment: number }),
      });
      return this.viewOf(actor, record);
    });
  }

  /** Every record as it was kept: what the works council was shown, and what the employees were told when. */
  async listRecords(actor: HatActor, query: PageQuery): Promise<GoLiveRecordsView> {
    const { page, pageSize } = query;
    const wanted = { limit: pageSize, offset: offsetOf(query) };
    const { items: kept, total } = await this.enter(actor, (tx, tenantId) =>
      listGoLiveRecords(tx, tenantId, wanted),
    );
    const names = await this.hats.names(kept.flatMap(({ recordedByHat }) => recordedByHat ?? []));
    const items = kept.map(({ recordedByHat, ...record }) => ({
      ...record,
      recordedBy: recordedByHat === null ? null : (names.get(recordedByHat) ?? null),
    }));
    return { page, pageSize, total, items };
  }

  /** The impact assessment that was kept with a record. @throws Problem 404 where none was approved with it */
  async assessmentOf(actor: HatActor, number: number): Promise<Uint8Array> {
    return this.enter(actor, async (tx, tenantId) => {
      const document = await findAssessment(tx, tenantId, number);
      if (document === null) throw notFound();
      await this.audit(tx, actor, tenantId, 'go-live.assessment', { number });
      return Buffer.from((await this.cipher.openText(tenantId, document)) ?? '', 'base64');
    });
  }

  /** As text, as everything that is sealed is, so that the export at a contract's end opens it too. */
  private async keep(tx: Tx, tenantId: string, number: number, document: Uint8Array): Promise<void> {
    const hash = createHash('sha256').update(document).digest();
    const text = Buffer.from(document).toString('base64');
    const cipher = await this.cipher.seal(tenantId, Buffer.from(text));
    await keepAssessment(tx, tenantId, number, { cipher, hash });
  }

  /** The record in force. @throws Problem 400 naming why another cannot take its place */
  private async check(tx: Tx, tenantId: string, record: GoLiveRecord): Promise<GoLiveRecord> {
    const faults = faultsOf(record, await findLastLive(tx, tenantId), this.clock.today());
    if (faults.length > 0) {
      throw new Problem(400, 'go-live-incomplete', 'The record does not allow going live yet.', faults);
    }
    return loadGoLive(tx, tenantId);
  }

  private audit(
    tx: Tx,
    actor: HatActor,
    tenantId: string,
    action: string,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return auditEmployer(tx, actor, { tenantId, action, purpose: 'prepare early signals', detail });
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
