import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { change, row, rows, type Tx } from '../database/rows.js';
import { inTransaction } from '../database/transaction.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { AlreadyDone, type JobRun } from './job.js';
import { decodePayload } from './outbox.js';
import { JobRegistry } from './registry.js';

/** One try of one outbox row. */
export interface Claim {
  readonly id: string;
  readonly job: string;
  readonly attempt: number;
}

const LEASE_SECONDS = 60;
const BATCH = 500;

const message = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);

/** Claims what is due in the outbox and works it. The outbox alone decides what is still to be done. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly source: DataSource,
    private readonly registry: JobRegistry,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Takes what is due and not done, also what a killed worker left, for one lease. */
  async claim(later: readonly { readonly name: string }[] = []): Promise<Claim[]> {
    return this.system((tx) =>
      rows<Claim>(
        tx,
        `update outbox set attempt = attempt + 1, due_at = now() + make_interval(secs => ${LEASE_SECONDS})
         where id in (select id from outbox where done_at is null and failed_at is null and due_at <= now() and job <> all ($1)
                      order by due_at limit ${BATCH} for update skip locked)
         returning id, job, attempt`,
        [later.map(({ name }) => name)],
      ),
    );
  }

  /**
   * Works everything that is due, and what that adds, here and now: for commands, where no worker runs.
   * @param later jobs that may wait for another time
   */
  async drain(later: readonly { readonly name: string }[] = []): Promise<void> {
    for (let claims = await this.claim(later); claims.length > 0; claims = await this.claim(later)) {
      for (const claim of claims) await this.work(claim);
    }
  }

  /** Works a claim; a job already done is left alone, a failing one comes round again until its tries are used up. */
  async work(claim: Claim): Promise<void> {
    const pending = await this.system((tx) =>
      row<{ payload: unknown }>(tx, 'select payload from outbox where id = $1 and done_at is null', [
        claim.id,
      ]),
    );
    if (!pending) return;
    const heartbeat = setInterval(
      () => void this.extend(claim).catch(() => undefined),
      (LEASE_SECONDS * 1000) / 3,
    );
    try {
      await this.run(claim, pending.payload);
    } catch (error) {
      if (!(error instanceof AlreadyDone)) await this.fail(claim, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async run(claim: Claim, payload: unknown): Promise<void> {
    const handler = this.registry.get(claim.job);
    let completed = false;
    const complete = async (tx: Tx): Promise<void> => {
      const done = await change(tx, 'update outbox set done_at = now() where id = $1 and done_at is null', [
        claim.id,
      ]);
      if (done === 0) throw new AlreadyDone();
      completed = true;
    };
    const run: JobRun = { id: claim.id, complete };
    await handler.work(decodePayload(handler.job, payload), run);
    if (!completed) await this.system(complete);
  }

  private async fail(claim: Claim, error: unknown): Promise<void> {
    this.runtime.log.error(
      { job: claim.job, id: claim.id, attempt: claim.attempt, error: message(error) },
      'job failed',
    );
    const attempts = this.attemptsOf(claim.job);
    await this.system((tx) =>
      change(
        tx,
        `update outbox set failure = $2, due_at = now() + make_interval(secs => 5 * power(2, attempt)),
           failed_at = case when attempt >= $3 then now() end
         where id = $1 and done_at is null`,
        [claim.id, message(error), attempts],
      ),
    );
  }

  private attemptsOf(name: string): number {
    return this.registry.all().find((handler) => handler.job.name === name)?.job.attempts ?? 1;
  }

  private async extend(claim: Claim): Promise<void> {
    await this.system((tx) =>
      change(
        tx,
        `update outbox set due_at = now() + make_interval(secs => ${LEASE_SECONDS}) where id = $1 and attempt = $2 and done_at is null`,
        [claim.id, claim.attempt],
      ),
    );
  }

  private system<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.source, { system: true }, work);
  }
}
