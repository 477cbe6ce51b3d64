import { createPostgresBackend, Queue, runMigrations, withBackend, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { connectionOf } from '../database/connection.js';
import type { Runtime } from '../runtime.js';
import { QUEUES, type QueueName } from './job.js';

export type Work = (name: string, data: unknown) => Promise<void>;

/** The part of BullMQ that is used, the same on both backends. */
export interface Queues {
  add(
    queue: QueueName,
    jobs: readonly { readonly name: string; readonly id: string; readonly data: object }[],
  ): Promise<void>;
  schedule(queue: QueueName, name: string, pattern: string, timezone: string): Promise<void>;
  depth(queue: QueueName): Promise<Record<string, number>>;
  work(queue: QueueName, work: Work): void;
  close(): Promise<void>;
}

const SCHEMA = 'bullmq';
const names = Object.keys(QUEUES) as QueueName[];
// The outbox retries and keeps failures; a queue entry is only a call to work.
const ENTRY = {
  attempts: 1,
  removeOnComplete: { count: 100 },
  removeOnFail: { age: 30 * 24 * 3600, count: 10_000 },
};

interface Made {
  readonly queue: (name: QueueName) => Queue;
  readonly worker: (name: QueueName, process: (job: Job) => Promise<void>) => Worker;
  readonly end: () => Promise<void>;
}

const onRedis = (runtime: Runtime, url: string): Made => {
  const prefix = `{${runtime.environment.queuePrefix}}`;
  const opened: Redis[] = [];
  const connection = () => {
    const redis = url.startsWith('unix:')
      ? new Redis(url.slice('unix:'.length), { maxRetriesPerRequest: null })
      : new Redis(url, { maxRetriesPerRequest: null });
    redis.on('error', (error) => runtime.log.warn({ error: error.message }, 'Redis does not answer'));
    opened.push(redis);
    return redis;
  };
  const shared = connection();
  return {
    queue: (name) => new Queue(name, { connection: shared, prefix, defaultJobOptions: ENTRY }),
    worker: (name, process) =>
      new Worker(name, process, { connection: connection(), prefix, ...QUEUES[name] }),
    // BullMQ leaves open what it did not open itself.
    end: async () => opened.forEach((redis) => redis.disconnect()),
  };
};

const onPostgres = (runtime: Runtime): Made => {
  const backed = withBackend(createPostgresBackend);
  const connection = { ...connectionOf(runtime.databaseUrl), schema: SCHEMA, max: 4 };
  return {
    queue: (name) => new backed.Queue(name, { connection, defaultJobOptions: ENTRY }) as unknown as Queue,
    worker: (name, process) =>
      new backed.Worker(name, process, { connection, ...QUEUES[name] }) as unknown as Worker,
    end: async () => undefined,
  };
};

/** Brings BullMQ's own tables up to date, as the owner, and lets the application use them; it makes a sequence for each new queue. */
export const prepareQueues = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client(connectionOf(ownerUrl));
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
    await client.query(`grant usage, create on schema ${SCHEMA} to naervaer_app;
      grant all on all tables in schema ${SCHEMA} to naervaer_app;
      do $$ declare own regclass; begin
        -- Those that the application made are its own, and not the owner's to give.
        for own in select oid::regclass from pg_class
          where relnamespace = '${SCHEMA}'::regnamespace and relkind = 'S' and relowner = current_user::regrole
        loop execute format('grant all on sequence %s to naervaer_app', own); end loop;
      end $$;
      grant execute on all functions in schema ${SCHEMA} to naervaer_app`);
  } finally {
    await client.end();
  }
};

/** Opens the queues on Redis where an address is given, else on PostgreSQL. */
export const openQueues = (runtime: Runtime): Queues => {
  const { redisUrl } = runtime.environment;
  const made = redisUrl ? onRedis(runtime, redisUrl) : onPostgres(runtime);
  const complain = (error: Error) => runtime.log.warn({ error: error.message }, 'a queue stumbled');
  const queues = new Map(names.map((name) => [name, made.queue(name).on('error', complain)] as const));
  const workers: Worker[] = [];
  const of = (name: QueueName): Queue => {
    const queue = queues.get(name);
    if (!queue) throw new Error(`no queue ${name}`);
    return queue;
  };
  return {
    add: async (name, jobs) =>
      void (await of(name).addBulk(
        jobs.map((job) => ({ name: job.name, data: job.data, opts: { jobId: job.id } })),
      )),
    schedule: async (name, key, pattern, tz) =>
      void (await of(name).upsertJobScheduler(
        key,
        { pattern, tz },
        { name: 'schedule', data: { schedule: key } },
      )),
    depth: (name) => of(name).getJobCounts('waiting', 'active', 'delayed', 'failed'),
    work: (name, work) => {
      workers.push(made.worker(name, (job) => work(job.name, job.data)).on('error', complain));
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await made.end();
    },
  };
};
