import { systemActor, Doors } from '../src/access/index.js';
import { refreshMonthFacts } from '../src/absence/index.js';
import { createContext } from '../src/application.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { addJob } from '../src/platform/jobs/outbox.js';
import { alternate, RUNS } from './alternating.js';
import { startChild } from './child.js';
import { TENANT_ID } from './employer/roster.js';
import type { Load } from './load.js';
import { rounded, timed } from './measuring.js';
import type { Subject } from './report.js';
import type { Database, Stage } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';

/** What a server under load is started with, and what it answers with. */
export interface ServerOrder {
  readonly database: Database;
  readonly folder: string;
}

/** The product, and the address below its interface that is asked, signed in as human resources. */
export interface ProductOrder extends ServerOrder {
  readonly path: string;
}
export type ServerAddress = Load;

const GOAL = 3;

/** Month facts as the product keeps them, which screens read. */
const makeFacts = async (stage: Stage, database: Database): Promise<void> => {
  const context = await createContext(runtimeOn(database, stage.folder), new StageClock());
  const actor = systemActor('operator command');
  await context
    .get(Doors)
    .within(actor, TENANT_ID, (tx) => addJob(tx, refreshMonthFacts, { tenantId: TENANT_ID }));
  await context.get(JobRunner).drain();
  await context.close();
};

/** The overview of human resources in a session of its own, against a bare route that reads one row by its key. */
export const overview: Subject = async (stage) => {
  const database = await stage.stocked();
  await makeFacts(stage, database);
  const order: ServerOrder = { database, folder: stage.folder };
  const product = startChild<ServerAddress>('./product-server.js', {
    ...order,
    path: 'overview',
  } satisfies ProductOrder);
  const bare = startChild<ServerAddress>('./overview-bare.js', order);
  try {
    const ours = await product.message;
    const first = await timed(async () => (await fetch(ours.url, { headers: ours.headers })).text());
    const { limit, ratio, noise, ...figures } = await alternate(stage, ours, await bare.message);
    return {
      subject: 'overview',
      size: { employees: stage.employees, spells: stage.spells().length, runs: RUNS, connections: 8 },
      ours: { ...figures.ours, firstMilliseconds: rounded(first.took), bytes: first.result.length },
      limit: { name: 'bare Nest and Fastify, one row by its key', ...limit },
      ratio,
      goal: `p99 at most ${GOAL} times`,
      met: ratio <= GOAL,
      noise,
    };
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
  }
};
