import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/rows.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { audit } from '../audit.js';
import { systemActor, type HatActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { HatsService } from '../hats.service.js';
import { tellSignInEvent, type SignInEvent } from './sign-in.jobs.js';

const atEmployers = (hats: readonly HatActor[]) =>
  hats.flatMap((hat) => (hat.tenantId ? [{ hat, tenantId: hat.tenantId }] : []));

/** Tells employers of what happens to the way in of those who have a role there. */
@Injectable()
export class SignInEvents {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  /** In the transaction of the change, or of its own. */
  async add(userId: string | null, event: SignInEvent, tx?: Tx): Promise<void> {
    const payload = { event, ...(userId === null ? {} : { userId }) };
    if (tx) return void (await addJob(tx, tellSignInEvent, payload));
    await this.doors.system('tell of an event of sign-in', (own) => addJob(own, tellSignInEvent, payload));
  }

  /** A process killed before the job is marked done tells of it twice: better than not at all. */
  async tell(userId: string, event: SignInEvent): Promise<void> {
    const hats = await this.hats.listOf(userId);
    const by = systemActor('sign-in');
    await this.doors.acrossHats(by, { hats, on: this.clock.today() }, async (tx) => {
      for (const { hat, tenantId } of atEmployers(hats))
        await audit(tx, hat, {
          tenantId,
          action: event,
          subjectType: 'hat',
          subjectIds: [hat.hatId],
          purpose: 'sign-in',
          outcome: event === 'sign-in.failed' ? 'denied' : 'allowed',
        });
    });
  }
}
