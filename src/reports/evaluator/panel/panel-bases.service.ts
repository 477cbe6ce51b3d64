import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, HatsService, type HatActor } from '../../../access/index.js';
import { EvaluatorsService } from '../../../partnerships/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import { conflict, invalidField, notFound, Problem } from '../../../platform/http/problem.js';
import { addJob, addJobs } from '../../../platform/jobs/outbox.js';
import { isAgeRecipient } from '../../../platform/storage/age.js';
import { evaluatorPolicy } from '../evaluator.policy.js';
import { faultOfBasis, stateOfBasis } from './domain/panel-basis.js';
import { auditPanel, evaluating } from './panel-audit.js';
import {
  confirmBasis,
  findBasis,
  insertBasis,
  listBases,
  withdrawBasis,
  type BasisKey,
  type NewBasis,
  type StoredBasis,
} from './panel-bases.repository.js';
import { findDelivery, listDeliveries, type DeliveryKey } from './panel-deliveries.repository.js';
import { basisView } from './panel-summary.js';
import type { NewBasisDto, NewLinkBasisDto } from './panel.dto.js';
import { endPanels, tellOfDelivery } from './panel.jobs.js';
import type { PanelBasesView } from './panel.view.js';

/** On what an employer hands data about persons to an evaluator: written down by one, confirmed by another. */
@Injectable()
export class PanelBasesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
    private readonly evaluators: EvaluatorsService,
  ) {}

  async list(actor: HatActor): Promise<PanelBasesView> {
    const tenantId = tenantOf(actor);
    const { bases, deliveries } = await this.doors.within(actor, tenantId, async (tx) => {
      const found = await listBases(tx, tenantId);
      const ids = found.map(({ id }) => id);
      return { bases: found, deliveries: await listDeliveries(tx, tenantId, ids) };
    });
    const hats = [
      ...bases.flatMap(({ recordedByHat, confirmedByHat }) => [recordedByHat, confirmedByHat ?? []].flat()),
      ...deliveries.map(({ orderedByHat }) => orderedByHat),
    ];
    const own = (await this.hats.listOf(actor.userId)).map(({ hatId }) => hatId);
    const reader = {
      today: this.clock.today(),
      names: await this.hats.names([...new Set(hats)]),
      isOwn: (hatId: string) => isMachine(actor) || hatId === actor.hatId || own.includes(hatId),
    };
    return {
      items: bases.map((basis) =>
        basisView(
          basis,
          deliveries.filter(({ basisId }) => basisId === basis.id),
          reader,
        ),
      ),
      recipients: await this.evaluators.list(evaluating, tenantId),
      abilities: abilities(evaluatorPolicy, actor),
    };
  }

  /** @throws Problem 400 for a recipient that is no evaluator, a key that is none, or days that do not do */
  async record(actor: HatActor, { from, to, ...dto }: NewBasisDto): Promise<string> {
    const evaluators = await this.evaluators.list(evaluating, tenantOf(actor));
    const party = evaluators.find(
      ({ partyId, partnershipId }) => partyId === dto.partyId && partnershipId === dto.partnershipId,
    );
    if (!party)
      throw invalidField('partyId', 'no-evaluator', 'Data about persons go to an evaluator by contract.');
    const basis = { ...dto, from, to, kind: 'panel', linksDeliveryId: null, partyName: party.name } as const;
    return this.write(actor, basis);
  }

  /**
   * The CPR numbers behind one panel, to the evaluator that got it: a decision of its own, confirmed again.
   * @throws Problem 400, 404, 409 where the panel's basis does not say so, or has ended
   */
  async recordLink(actor: HatActor, deliveryId: string, dto: NewLinkBasisDto): Promise<string> {
    const tenantId = tenantOf(actor);
    const panel = await this.doors.within(actor, tenantId, (tx) => panelOf(tx, { tenantId, deliveryId }));
    if (!panel.allowsCprLink)
      throw conflict('no-cpr-link', 'The basis of this panel says nothing of CPR numbers.');
    if (stateOfBasis(panel, this.clock.today()) !== 'in-force')
      throw conflict('basis-not-in-force', 'The basis of this panel is not in force.');
    if (dto.deleteOn > panel.deleteOn)
      throw invalidField('deleteOn', 'after-the-panel', 'The link goes no later than the panel.');
    const { partnershipId, partyId, partyName, from, to } = panel;
    return this.write(actor, {
      ...dto,
      partnershipId,
      partyId,
      partyName,
      from,
      to,
      kind: 'cpr-link',
      linksDeliveryId: deliveryId,
      fields: [],
      allowsCprLink: false,
    });
  }

  /** By another person than who wrote it down. @throws Problem 403, 404, 409 */
  async confirm(actor: HatActor, basisId: string): Promise<void> {
    const key = { tenantId: tenantOf(actor), basisId };
    const found = await this.find(actor, key);
    if (isMachine(actor) || (await this.hats.isOfOneUser(actor.hatId, found.recordedByHat)))
      throw conflict('same-person', 'Another person than who wrote it down confirms it.');
    if (stateOfBasis(found, this.clock.today()) === 'over')
      throw conflict('basis-over', 'Its day of deletion has come: nothing may be handed out on it.');
    await this.change(actor, key, 'panel-basis.confirm', async (tx) => {
      if (!(await confirmBasis(tx, key, this.by(actor))))
        throw conflict('basis-decided', 'It has been confirmed or withdrawn.');
    });
  }

  /** From now on nothing is fetched, and what is stored goes. @throws Problem 404, 409 */
  async withdraw(actor: HatActor, basisId: string): Promise<void> {
    const key = { tenantId: tenantOf(actor), basisId };
    await this.find(actor, key);
    await this.change(actor, key, 'panel-basis.withdraw', async (tx) => {
      if (!(await withdrawBasis(tx, key, this.by(actor))))
        throw conflict('basis-withdrawn', 'It has been withdrawn.');
      await addJob(tx, endPanels, { tenantId: key.tenantId });
      const told = await listDeliveries(tx, key.tenantId, [basisId]);
      await addJobs(
        tx,
        tellOfDelivery,
        told.map(({ id }) => ({ tenantId: key.tenantId, deliveryId: id })),
      );
    });
  }

  private async write(actor: HatActor, basis: NewBasis): Promise<string> {
    const tenantId = tenantOf(actor);
    if (isMachine(actor))
      throw new Problem(403, 'no-machine', 'A person writes down on what data are handed out.');
    const { from, to, deleteOn, recipient } = basis;
    const fault = faultOfBasis({ period: { from, to }, deleteOn }, this.clock.today());
    if (fault) throw invalidField(fault.field, fault.code, 'These days do not do.');
    if (!isAgeRecipient(recipient))
      throw invalidField('recipient', 'no-age-key', 'This is no public key of age.');
    return this.doors.within(actor, tenantId, async (tx) => {
      const id = await insertBasis(tx, tenantId, basis, this.by(actor));
      const { kind, fields, partyId } = basis;
      await auditPanel(tx, actor, {
        tenantId,
        id,
        action: 'panel-basis.record',
        detail: { kind, fields, partyId },
      });
      return id;
    });
  }

  private async find(actor: HatActor, key: BasisKey): Promise<StoredBasis> {
    const found = await this.doors.within(actor, key.tenantId, (tx) => findBasis(tx, key));
    if (!found) throw notFound();
    return found;
  }

  private change(
    actor: HatActor,
    { tenantId, basisId }: BasisKey,
    action: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    return this.doors.within(actor, tenantId, async (tx) => {
      await work(tx);
      await auditPanel(tx, actor, { tenantId, id: basisId, action });
    });
  }

  private by({ hatId }: HatActor) {
    return { hatId, at: this.clock.now() };
  }
}

/** The basis of a panel that has been delivered. @throws Problem 404 */
const panelOf = async (tx: Tx, key: DeliveryKey): Promise<StoredBasis> => {
  const delivery = await findDelivery(tx, key);
  const basis =
    delivery?.state === 'ready' &&
    (await findBasis(tx, { tenantId: key.tenantId, basisId: delivery.basisId }));
  if (!basis || basis.kind !== 'panel') throw notFound();
  return basis;
};

/** A machine is nobody. */
const isMachine = ({ userId }: HatActor): boolean => userId.startsWith('machine:');

export const tenantOf = ({ tenantId }: HatActor): string => {
  if (!tenantId) throw notFound();
  return tenantId;
};
