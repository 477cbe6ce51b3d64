import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type Actor } from '../../access/index.js';
import { change, type Tx } from '../../platform/database/rows.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { AnswerPool } from './answer-pool.service.js';
import { stateOf } from './domain/round.js';
import { roundClosed } from './rounds.jobs.js';
import { findRound, type RoundKey } from './rounds.repository.js';
import { destroyPrivateKeys } from './signing-keys.service.js';

/** Every process has noticed a round's end by then, and written what it held. */
const SETTLED_MS = 60_000;

@Injectable()
export class ClosingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly pool: AnswerPool,
  ) {}

  /** Ends a round for good: no token is issued and no answer taken any more. Closing it twice closes it once. */
  async close(actor: Actor, key: RoundKey): Promise<void> {
    const { tenantId, roundId } = key;
    await this.doors.within(actor, tenantId, async (tx) => {
      const round = await findRound(tx, key, 'lock');
      if (!round || stateOf(round) !== 'open') return;
      const at = this.clock.now();
      await change(tx, 'update survey_rounds set closed_at = $3 where tenant_id = $1 and round_id = $2', [
        tenantId,
        roundId,
        at,
      ]);
      await destroyPrivateKeys(tx, tenantId, roundId);
      await addJob(tx, roundClosed, { tenantId, roundId }, { dueAt: new Date(at.getTime() + SETTLED_MS) });
      await audit(tx, actor, {
        tenantId,
        action: 'survey.close',
        subjectType: 'survey',
        subjectIds: [roundId],
        purpose: 'surveys of wellbeing',
      });
    });
    await this.pool.settle();
  }
}

/** Forgets the keys that no group of a closed round took. */
export const forgetUnusedKeys = (tx: Tx, { tenantId, roundId }: RoundKey): Promise<number> =>
  change(
    tx,
    `delete from survey_keys k where k.tenant_id = $1 and k.round_id = $2 and not exists (
       select from survey_groups g where g.tenant_id = $1 and g.round_id = $2 and g.fingerprint = k.fingerprint)`,
    [tenantId, roundId],
  );
