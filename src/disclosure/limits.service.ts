import { Injectable } from '@nestjs/common';
import { abilities, audit, Doors, type HatActor } from '../access/index.js';
import type { Tx } from '../platform/database/rows.js';
import { notFound } from '../platform/http/problem.js';
import { disclosurePolicy } from './disclosure.policy.js';
import { POLICY_NUMBERS, type OutputNumbers } from './domain/limits.js';
import { limitsOf, saveLimits } from './limits.queries.js';
import type { OutputPolicyView } from './limits.view.js';

/** The numbers of the output policy at an employer: read by everybody there, raised by it (definitions 6.5). */
@Injectable()
export class LimitsService {
  constructor(private readonly doors: Doors) {}

  async get(actor: HatActor): Promise<OutputPolicyView> {
    const limits = await this.within(actor, limitsOf);
    return { limits, policy: POLICY_NUMBERS, abilities: abilities(disclosurePolicy, actor) };
  }

  /** Holds for every figure that is released from now on; what was released before stands, and is reckoned with. */
  async raise(actor: HatActor, limits: OutputNumbers): Promise<void> {
    await this.within(actor, async (tx, tenantId) => {
      const before = await limitsOf(tx, tenantId);
      await saveLimits(tx, tenantId, limits);
      await audit(tx, actor, {
        tenantId,
        action: 'limit.raise',
        subjectType: 'employer',
        subjectIds: [tenantId],
        purpose: 'output policy',
        detail: { before, after: { ...limits } },
      });
    });
  }

  private within<T>(actor: HatActor, work: (tx: Tx, tenantId: string) => Promise<T>): Promise<T> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    return this.doors.within(actor, tenantId, (tx) => work(tx, tenantId));
  }
}
