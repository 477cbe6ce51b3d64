import { Injectable } from '@nestjs/common';
import { audit, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import type { RecordRightDto } from './instruments.dto.js';
import { insertRight, withdrawRight } from './instruments.repository.js';
import { InstrumentsService } from './instruments.service.js';
import { getKnown } from './known-instrument.js';

/** An employer's own rights to use questionnaires that belong to others. */
@Injectable()
export class RightsService {
  constructor(private readonly instruments: InstrumentsService) {}

  /** @throws Problem 404; 409 for an instrument that needs no right; 400 for a day to come. */
  async record(actor: HatActor, id: string, given: RecordRightDto): Promise<void> {
    const { clock } = this.instruments;
    if (given.grantedOn > clock.today())
      throw invalidField('grantedOn', 'in-the-future', 'The right must have been given already.');
    await this.instruments.within(actor, async (tx, tenantId) => {
      const { standard } = await getKnown(tx, tenantId, id);
      if (!standard) throw conflict('licence-not-needed', 'This instrument may be used by every employer.');
      const at = clock.now();
      await withdrawRight(tx, tenantId, id, at, actor.hatId);
      const right = { ...given, reference: given.reference ?? null };
      await insertRight(tx, tenantId, id, { right, at, hatId: actor.hatId });
      await this.audit(tx, actor, tenantId, 'instrument.license', id);
    });
  }

  /** @throws Problem 404 where none stands. */
  async withdraw(actor: HatActor, id: string): Promise<void> {
    await this.instruments.within(actor, async (tx, tenantId) => {
      const gone = await withdrawRight(tx, tenantId, id, this.instruments.clock.now(), actor.hatId);
      if (gone === 0) throw notFound();
      await this.audit(tx, actor, tenantId, 'instrument.license-withdrawn', id);
    });
  }

  private async audit(
    tx: Tx,
    actor: HatActor,
    tenantId: string,
    action: string,
    instrumentId: string,
  ): Promise<void> {
    await audit(tx, actor, {
      tenantId,
      action,
      subjectType: 'employer',
      subjectIds: [tenantId],
      purpose: 'record a right to use a questionnaire',
      detail: { instrumentId },
    });
  }
}
