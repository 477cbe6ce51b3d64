import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { abilities, Clock, Doors, may, type HatActor } from '../../../access/index.js';
import { MembersService } from '../../../partnerships/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../../platform/http/problem.js';
import { addJob } from '../../../platform/jobs/outbox.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { dayOf, type LocalDate } from '../../../shared/local-date.js';
import { evaluatorPolicy } from '../evaluator.policy.js';
import { DeliveryNewsService } from './delivery-news.service.js';
import { stateOfBasis } from './domain/panel-basis.js';
import { auditPanel, evaluating } from './panel-audit.js';
import { findBasis } from './panel-bases.repository.js';
import {
  attestDeletion,
  findDelivery,
  markDownloaded,
  type StoredDelivery,
} from './panel-deliveries.repository.js';
import { tellOfDelivery } from './panel.jobs.js';
import type { EvaluatorDeliveriesView, EvaluatorDeliveryView } from './panel.view.js';
import { findShared, listShared, type SharedDelivery } from './shared-deliveries.repository.js';

export interface SharedKey {
  readonly partnershipId: string;
  readonly deliveryId: string;
}

/** What an evaluator was handed. The employer's door is asked at every fetching whether it still may be. */
@Injectable()
export class EvaluatorDeliveriesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly news: DeliveryNewsService,
    private readonly files: FileStore,
  ) {}

  /** An evaluator sees what its own party was handed; others that panels were handed over, and of no CPR numbers. */
  async list(actor: HatActor, partnershipId: string): Promise<EvaluatorDeliveriesView> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'figures');
      const party = await this.partyOf(tx, actor, partnershipId);
      const found = await listShared(tx, partnershipId);
      const seen = found.filter(({ partyId, kind }) => partyId === party || (!party && kind === 'panel'));
      return {
        items: seen.map((delivery) => this.viewOf(delivery, delivery.partyId === party)),
        abilities: abilities(evaluatorPolicy, actor),
      };
    });
  }

  /** The file as it was encrypted. @throws Problem 404, 409 where the employer has withdrawn it or its day is over */
  async open(actor: HatActor, key: SharedKey): Promise<Readable> {
    const { tenantId } = await this.own(actor, key);
    const { deliveryId } = key;
    const fileId = await this.doors.within(evaluating, tenantId, async (tx) => {
      const delivery = await findDelivery(tx, { tenantId, deliveryId });
      const basis = delivery && (await findBasis(tx, { tenantId, basisId: delivery.basisId }));
      if (!delivery || !basis) throw notFound();
      if (!delivery.fileId || stateOfBasis(basis, this.clock.today()) !== 'in-force')
        throw conflict('delivery-ended', 'This may not be fetched any more.');
      await markDownloaded(tx, { tenantId, deliveryId }, this.clock.now());
      await auditPanel(tx, actor, { tenantId, id: deliveryId, action: 'panel-delivery.fetch' });
      return delivery.fileId;
    });
    return this.files.read(tenantId, fileId);
  }

  /** That the evaluator has deleted its copies. @throws Problem 400, 404, 409 */
  async attest(actor: HatActor, key: SharedKey, on: LocalDate): Promise<void> {
    const { tenantId } = await this.own(actor, key);
    const { deliveryId } = key;
    if (on > this.clock.today())
      throw invalidField('on', 'in-the-future', 'What is deleted has been deleted by today.');
    await this.doors.within(evaluating, tenantId, async (tx) => {
      const delivery = await findDelivery(tx, { tenantId, deliveryId });
      assertDelivered(delivery, on);
      const by = { hatId: actor.hatId, at: this.clock.now() };
      if (!(await attestDeletion(tx, { tenantId, deliveryId }, { on, ...by })))
        throw conflict('attested', 'It has been said already that this was deleted.');
      await auditPanel(tx, actor, { tenantId, id: deliveryId, action: 'panel-delivery.attest' });
      await addJob(tx, tellOfDelivery, { tenantId, deliveryId });
    });
    await this.news.tell({ tenantId, deliveryId });
  }

  /** The delivery to the evaluating party that the actor speaks for. @throws Problem 404 */
  private own(actor: HatActor, { partnershipId, deliveryId }: SharedKey): Promise<SharedDelivery> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'figures');
      const party = await this.partyOf(tx, actor, partnershipId);
      const found = await findShared(tx, partnershipId, deliveryId);
      if (!found || found.partyId !== party) throw notFound();
      return found;
    });
  }

  /** The evaluating party that an evaluator speaks for; null for everybody else. */
  private async partyOf(tx: Tx, actor: HatActor, partnershipId: string): Promise<string | null> {
    const party = await this.members.standsFor(tx, actor, partnershipId);
    const isEvaluator = party?.role === 'evaluator' && may(evaluatorPolicy, actor, 'evaluator-delivery.open');
    return isEvaluator ? party.partyId : null;
  }

  private viewOf(delivery: SharedDelivery, own: boolean): EvaluatorDeliveryView {
    const { employerName, tenantId: _tenant, partyId: _party, ...told } = delivery;
    const over = delivery.deleteOn <= this.clock.today();
    const ended = over || delivery.state !== 'ready';
    return {
      ...told,
      fields: [...delivery.fields],
      employer: employerName,
      attestationDue: ended && delivery.attestedOn === null,
      mayOpen: own && !ended,
      mayAttest: own && delivery.attestedOn === null,
    };
  }
}

const assertDelivered = (delivery: StoredDelivery | null, on: LocalDate): void => {
  if (!delivery?.finishedAt) throw notFound();
  if (on < dayOf(delivery.finishedAt))
    throw invalidField('on', 'before-delivery', 'It was delivered later than that.');
};
