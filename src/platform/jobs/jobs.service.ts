import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { QUEUES, type QueueName } from './job.js';
import { JobRunner, type Claim } from './job-runner.js';
import { addJob } from './outbox.js';
import { openQueues, type Queues } from './queues.js';
import { JobRegistry } from './registry.js';

const POLL_MILLISECONDS = 250;
const RESCHEDULE_MILLISECONDS = 10 * 60_000;
const names = Object.keys(QUEUES) as QueueName[];

/** Carries what is due from the outbox to the queues, and from the queues to the runner. */
@Injectable()
export class JobsService implements BeforeApplicationShutdown {
  private queues: Queues | null = null;
  private stopping = false;
  private relaying: Promise<void> = Promise.resolve();
  private scheduledAt = 0;

  constructor(
    private readonly source: DataSource,
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Begins to relay and to work; called in worker processes only. */
  start(): void {
    const queues = (this.queues = openQueues(this.runtime));
    for (const name of names) queues.work(name, (kind, data) => this.work(kind, data));
    this.relaying = this.relay(queues);
  }

  /** Waiting, active, delayed and failed entries of each queue. */
  async depths(): Promise<Record<string, Record<string, number>>> {
    const { queues } = this;
    if (!queues) return {};
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await queues.depth(name)] as const)),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.relaying;
    await this.queues?.close();
  }

  private async relay(queues: Queues): Promise<void> {
    while (!this.stopping) {
      try {
        await this.reschedule(queues);
        await this.enqueue(queues, await this.runner.claim());
      } catch (error) {
        this.runtime.log.warn({ error: String(error) }, 'the outbox could not be relayed; trying again');
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
    }
  }

  private async enqueue(queues: Queues, claims: readonly Claim[]): Promise<void> {
    for (const name of names) {
      const own = claims.filter((claim) => this.registry.get(claim.job).job.queue === name);
      // BullMQ ignores an id it has seen, so each try has one of its own.
      const entries = own.map((claim) => ({
        name: claim.job,
        id: `${claim.id}-${claim.attempt}`,
        data: { claim },
      }));
      if (entries.length > 0) await queues.add(name, entries);
    }
  }

  /** Puts the schedules in place again now and then, so that an emptied Redis gets them back. */
  private async reschedule(queues: Queues): Promise<void> {
    if (Date.now() - this.scheduledAt < RESCHEDULE_MILLISECONDS) return;
    for (const { job, schedule } of this.registry.all()) {
      if (schedule) await queues.schedule('work', job.name, schedule.cron, schedule.timezone);
    }
    this.scheduledAt = Date.now();
  }

  private async work(kind: string, data: unknown): Promise<void> {
    if (kind === 'schedule') return this.comeRound((data as { schedule: string }).schedule);
    return this.runner.work((data as { claim: Claim }).claim);
  }

  private async comeRound(name: string): Promise<void> {
    await inTransaction(this.source, { system: true }, (tx) => addJob(tx, this.registry.get(name).job, {}));
  }
}
