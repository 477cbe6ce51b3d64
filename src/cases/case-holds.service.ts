import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, placeHold, type HatActor } from '../access/index.js';
import type { PlaceHoldDto } from '../people/index.js';
import { invalidField, notFound } from '../platform/http/problem.js';
import { Cipher } from '../platform/storage/cipher.js';
import { findCases } from './cases.queries.js';

/** Legal holds on cases; they are listed and lifted with those on people. */
@Injectable()
export class CaseHoldsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  /** @throws Problem 404 for a case out of scope, 400 for a last day that is over */
  async place(actor: HatActor, caseId: string, { reason, until = null }: PlaceHoldDto): Promise<void> {
    const today = this.clock.today();
    if (until !== null && until < today)
      throw invalidField('until', 'past', 'The last day is today or later.');
    await this.doors.enter(actor, async (tx) => {
      const [one] = await findCases(tx, actor, today, { id: caseId, limit: 1, offset: 0 });
      if (!one) throw notFound();
      const { tenantId, personId } = one;
      const by = { hatId: actor.hatId, at: this.clock.now() };
      await placeHold(tx, this.cipher, { tenantId, personId, caseId, reason, until, ...by });
      await audit(tx, actor, {
        tenantId,
        action: 'hold.place',
        subjectType: 'case',
        subjectIds: [caseId],
        personIds: [personId],
        purpose: 'legal hold',
      });
    });
  }
}
