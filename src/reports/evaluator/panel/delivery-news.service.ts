import { Injectable } from '@nestjs/common';
import { Doors } from '../../../access/index.js';
import { row, type Tx } from '../../../platform/database/rows.js';
import { evaluating } from './panel-audit.js';
import { findBasis, type StoredBasis } from './panel-bases.repository.js';
import { findDelivery, type DeliveryKey, type StoredDelivery } from './panel-deliveries.repository.js';
import { saveShared, type SharedDelivery } from './shared-deliveries.repository.js';

interface News {
  readonly partnershipId: string;
  readonly shared: SharedDelivery;
}

/** Tells the partnership's side how a delivery stands. The employer's side is what counts: a file is only opened by it. */
@Injectable()
export class DeliveryNewsService {
  constructor(private readonly doors: Doors) {}

  /** Safe to repeat. What never became a file is nobody's business. */
  async tell(key: DeliveryKey): Promise<void> {
    const news = await this.doors.within(evaluating, key.tenantId, (tx) => newsOf(tx, key));
    if (!news) return;
    await this.doors.partnership(evaluating, news.partnershipId, (tx) =>
      saveShared(tx, news.partnershipId, news.shared),
    );
  }
}

const newsOf = async (tx: Tx, key: DeliveryKey): Promise<News | null> => {
  const { tenantId } = key;
  const delivery = await findDelivery(tx, key);
  const basis = delivery && (await findBasis(tx, { tenantId, basisId: delivery.basisId }));
  if (!delivery?.finishedAt || delivery.bytes === null || !basis) return null;
  const employer = await row<{ name: string }>(tx, 'select name from employers where tenant_id = $1', [
    tenantId,
  ]);
  return {
    partnershipId: basis.partnershipId,
    shared: {
      id: delivery.id,
      tenantId,
      employerName: employer?.name ?? '',
      partyId: basis.partyId,
      kind: basis.kind,
      purpose: basis.purpose,
      fields: basis.fields,
      from: basis.from,
      to: basis.to,
      deleteOn: basis.deleteOn,
      state: stateOf(delivery, basis),
      bytes: delivery.bytes,
      rows: delivery.rows ?? 0,
      people: delivery.people ?? 0,
      knownUntil: delivery.knownUntil,
      deliveredAt: delivery.finishedAt,
      attestedOn: delivery.attestedOn,
    },
  };
};

const stateOf = (delivery: StoredDelivery, basis: StoredBasis): SharedDelivery['state'] => {
  if (basis.withdrawnAt) return 'withdrawn';
  return delivery.state === 'ready' ? 'ready' : 'deleted';
};
