import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { rows } from '../database/rows.js';
import { inTransaction } from '../database/transaction.js';
import { JobsService } from '../jobs/jobs.service.js';

interface Pending {
  readonly job: string;
  readonly pending: number;
  readonly failed: number;
  readonly age: number;
}

/** Depth and age of the outbox and depth of the queues, beside the process's own figures. No person or employer in a label. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `naervaer_${name}`, help, labelNames, registers: [this.registry] });
  private readonly pending = this.gauge('jobs_pending', 'Jobs not yet done', 'job');
  private readonly failed = this.gauge('jobs_failed', 'Jobs given up', 'job');
  private readonly age = this.gauge('jobs_oldest_seconds', 'Age of the oldest job not yet done', 'job');
  private readonly depth = this.gauge('queue_entries', 'Entries in a queue', 'queue', 'state');

  constructor(
    private readonly source: DataSource,
    private readonly jobs: JobsService,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  async text(): Promise<string> {
    const found = await inTransaction(this.source, { system: true }, (tx) =>
      rows<Pending>(
        tx,
        `select job, count(*) filter (where failed_at is null) as pending, count(failed_at) as failed,
           coalesce(extract(epoch from now() - min(created_at) filter (where failed_at is null)), 0)::float as age
         from outbox where done_at is null group by job`,
      ),
    );
    for (const gauge of [this.pending, this.failed, this.age, this.depth]) gauge.reset();
    for (const { job, pending, failed, age } of found) {
      this.pending.set({ job }, pending);
      this.failed.set({ job }, failed);
      this.age.set({ job }, age);
    }
    for (const [queue, states] of Object.entries(await this.jobs.depths()))
      for (const [state, entries] of Object.entries(states)) this.depth.set({ queue, state }, entries);
    return this.registry.metrics();
  }
}
