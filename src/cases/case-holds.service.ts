import { Injectable } from '@nestjs/common';
import { Clock, Doors, placeHold, type HatActor } from '../access/index.js';
import type { PlaceHoldDto } from '../people/index.js';
import { invalidField } from '../platform/http/problem.js';
import { Cipher } from '../platform/storage/cipher.js';
import { auditCase, getCase } from './found-case.js';

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
      const one = await getCase(tx, actor, today, caseId);
      const { tenantId, personId } = one;
      const by = { hatId: actor.hatId, at: this.clock.now() };
      await placeHold(tx, this.cipher, { tenantId, personId, caseId, reason, until, ...by });
      await auditCase(tx, actor, one, { action: 'hold.place', purpose: 'legal hold' });
    });
  }
}
