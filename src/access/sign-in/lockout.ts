import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { change, row } from '../../platform/database/rows.js';
import { Problem } from '../../platform/http/problem.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { Doors } from '../doors.js';
import { signInSecret } from './secret.js';

/** Wrong passwords in a row, from wherever they come, before an address is locked; and for how long. */
const LIMIT = 10;
const MINUTES = 15;

/**
 * Locks an address after too many wrong passwords, whoever tries and on whichever process. An address that nobody has
 * is locked alike. Passkeys and SSO go on working, and a reset by mail unlocks.
 */
@Injectable()
export class Lockout {
  private readonly secret: string;

  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.secret = signInSecret(runtime.environment.keyDir);
  }

  /** Counts an attempt before it is made, so that many at once are no way around. @throws Problem 429 when locked. */
  async count(email: string): Promise<void> {
    const counted = await this.doors.system('count an attempt to sign in', (tx) =>
      row<{ failures: number }>(
        tx,
        `insert into sign_in_failures as known (address_hash, failures, since_at) values ($1, 1, $2)
         on conflict (address_hash) do update set
           failures = case when known.since_at < $2::timestamptz - make_interval(mins => ${MINUTES}) then 1
             else least(known.failures + 1, ${LIMIT + 1}) end,
           since_at = case when known.since_at < $2::timestamptz - make_interval(mins => ${MINUTES})
             or known.failures + 1 = ${LIMIT} then $2 else known.since_at end
         returning failures`,
        [this.keyOf(email), this.clock.now()],
      ),
    );
    if ((counted?.failures ?? 0) > LIMIT)
      throw new Problem(
        429,
        'address-locked',
        `Too many wrong passwords. Wait ${MINUTES} minutes, or choose a new password by mail.`,
      );
  }

  async forget(email: string): Promise<void> {
    await this.doors.system('forget wrong passwords', (tx) =>
      change(tx, 'delete from sign_in_failures where address_hash = $1', [this.keyOf(email)]),
    );
  }

  private keyOf(email: string): Buffer {
    return createHmac('sha256', this.secret).update(email.trim().toLowerCase()).digest();
  }
}
