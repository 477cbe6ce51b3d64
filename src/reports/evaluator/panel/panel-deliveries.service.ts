import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Doors, type HatActor } from '../../../access/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import { addJob } from '../../../platform/jobs/outbox.js';
import { Cipher } from '../../../platform/storage/cipher.js';
import { stateOfBasis } from './domain/panel-basis.js';
import { auditPanel } from './panel-audit.js';
import { tenantOf } from './panel-bases.service.js';
import { findBasis, type StoredBasis } from './panel-bases.repository.js';
import { findDelivery, insertDelivery } from './panel-deliveries.repository.js';
import { writePanel } from './panel.jobs.js';

const KEY_BYTES = 32;

/** Deliveries on a basis that two people have decided. */
@Injectable()
export class PanelDeliveriesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  /** Orders a file; a job writes it. @throws Problem 404, 409 where the basis is not in force or one is being made */
  async order(actor: HatActor, basisId: string): Promise<string> {
    const tenantId = tenantOf(actor);
    // As text, so that it can be read where everything of an employer is handed over.
    const fresh = await this.cipher.seal(tenantId, Buffer.from(randomBytes(KEY_BYTES).toString('base64')));
    return this.doors.within(actor, tenantId, async (tx) => {
      const basis = await findBasis(tx, { tenantId, basisId });
      if (!basis) throw notFound();
      if (stateOfBasis(basis, this.clock.today()) !== 'in-force')
        throw conflict('basis-not-in-force', 'Two people first decide that this may be handed out.');
      const pseudonymKey = basis.kind === 'panel' ? fresh : await keyOfPanel(tx, tenantId, basis);
      const by = { hatId: actor.hatId, at: this.clock.now() };
      const made = await insertDelivery(tx, tenantId, { basisId, pseudonymKey, ...by });
      if (!made) throw conflict('delivery-building', 'A delivery on this basis is being made.');
      await addJob(tx, writePanel, { tenantId, deliveryId: made.id });
      const detail = { basisId, kind: basis.kind, fields: basis.fields };
      await auditPanel(tx, actor, { tenantId, id: made.id, action: 'panel-delivery.order', detail });
      return made.id;
    });
  }
}

/** A link file names persons as its panel does. @throws Problem 409 where the panel has been deleted */
const keyOfPanel = async (tx: Tx, tenantId: string, basis: StoredBasis): Promise<Buffer> => {
  const panel =
    basis.linksDeliveryId && (await findDelivery(tx, { tenantId, deliveryId: basis.linksDeliveryId }));
  if (!panel || !panel.pseudonymKey)
    throw conflict('panel-deleted', 'The panel has been deleted, and its pseudonyms with it.');
  return panel.pseudonymKey;
};
