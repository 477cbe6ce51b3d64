import type { Tx } from '../database/rows.js';
import type { Schedule } from './schedule.js';

/** A kind of background work: its name, its queue and the shape of its payload (ids and local dates only). */
export interface JobDefinition<Payload extends object> {
  readonly name: string;
  /** `imports` runs one at a time for long files; `work` several at once. */
  readonly queue: QueueName;
  /** The class whose class-validator rules the payload is held to when added and when worked. */
  readonly payload: new () => Payload;
  /** Tries before the job counts as failed and is shown as such. */
  readonly attempts: number;
  /** Seconds without a sign of life before another worker may take it over. */
  readonly leaseSeconds: number;
  /** Whether one that waits with the same payload stands for a further one too: for work that looks at all there is. */
  readonly merges: boolean;
}

export const QUEUES = { work: { concurrency: 4 }, imports: { concurrency: 1 } } as const;
export type QueueName = keyof typeof QUEUES;

export const defineJob = <Payload extends object>(
  definition: Pick<JobDefinition<Payload>, 'name' | 'payload'> & Partial<JobDefinition<Payload>>,
): JobDefinition<Payload> =>
  Object.freeze({ queue: 'work', attempts: 5, leaseSeconds: 60, merges: false, ...definition });

/** One run of a job. */
export interface JobRun {
  /** The outbox row behind it. */
  readonly id: string;
  /**
   * Marks the job done in the transaction of its effects, so that they happen once however often it runs.
   * @throws AlreadyDone when another run was first; the transaction rolls back.
   */
  complete(tx: Tx): Promise<void>;
}

export class AlreadyDone extends Error {}

/** A class whose method works one job, registered under that job's definition; a job has exactly one. */
export interface JobHandler<Payload extends object> {
  readonly job: JobDefinition<Payload>;
  /** Also run, with an empty payload, whenever this says; for jobs whose payload has no required field. */
  readonly schedule?: Schedule;
  /** Idempotent and safe to overlap. */
  work(payload: Payload, run: JobRun): Promise<void>;
}
