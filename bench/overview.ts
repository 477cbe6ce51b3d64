import { systemActor, Doors } from '../src/access/index.js';
import { refreshMonthFacts } from '../src/absence/index.js';
import { createContext } from '../src/application.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { addJob } from '../src/platform/jobs/outbox.js';
import { startChild } from './child.js';
import { TENANT_ID } from './employer/roster.js';
import { sendLoad, type Load, type LoadFigures } from './load.js';
import { median, rounded, spread, timed } from './measuring.js';
import type { Subject } from './report.js';
import type { Database, Stage } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';

/** What a server under load is started with, and what it answers with. */
export interface ServerOrder {
  readonly database: Database;
  readonly folder: string;
}
export type ServerAddress = Load;

const RUNS = 5;
const GOAL = 3;
const WARM_UP_SECONDS = 2;

/** Month facts as the product keeps them, which screens read. */
const makeFacts = async (stage: Stage, database: Database): Promise<void> => {
  const context = await createContext(runtimeOn(database, stage.folder), new StageClock());
  const actor = systemActor('prepare the overview');
  await context
    .get(Doors)
    .within(actor, TENANT_ID, (tx) => addJob(tx, refreshMonthFacts, { tenantId: TENANT_ID }));
  await context.get(JobRunner).drain();
  await context.close();
};

const summary = (runs: readonly LoadFigures[]) => ({
  p99: rounded(median(runs.map((run) => run.p99)), 2),
  p50: rounded(median(runs.map((run) => run.p50)), 2),
  requestsPerSecond: Math.round(median(runs.map((run) => run.requestsPerSecond))),
});

interface Alternated {
  readonly ours: LoadFigures[];
  readonly limit: LoadFigures[];
}

const alternate = async (stage: Stage, ours: Load, limit: Load): Promise<Alternated> => {
  await sendLoad(ours, WARM_UP_SECONDS);
  await sendLoad(limit, WARM_UP_SECONDS);
  const figures: Alternated = { ours: [], limit: [] };
  for (let run = 0; run < RUNS; run += 1) {
    figures.ours.push(await sendLoad(ours));
    figures.limit.push(await sendLoad(limit));
    stage.tell(`  p99 ${figures.ours.at(-1)?.p99} ms against ${figures.limit.at(-1)?.p99} ms`);
  }
  return figures;
};

/** The overview of human resources in a session of its own, against a bare route that reads one row by its key. */
export const overview: Subject = async (stage) => {
  const database = await stage.stocked();
  await makeFacts(stage, database);
  const order: ServerOrder = { database, folder: stage.folder };
  const product = startChild<ServerAddress>('./overview-ours.js', order);
  const bare = startChild<ServerAddress>('./overview-bare.js', order);
  try {
    const ours = await product.message;
    const first = await timed(async () => (await fetch(ours.url, { headers: ours.headers })).text());
    const figures = await alternate(stage, ours, await bare.message);
    const [found, limit] = [summary(figures.ours), summary(figures.limit)];
    const ratio = rounded(found.p99 / limit.p99, 2);
    return {
      subject: 'overview',
      size: { employees: stage.employees, spells: stage.spells().length, runs: RUNS, connections: 8 },
      ours: { ...found, firstMilliseconds: rounded(first.took), bytes: first.result.length },
      limit: { name: 'bare Nest and Fastify, one row by its key', ...limit },
      ratio,
      goal: `p99 at most ${GOAL} times`,
      met: ratio <= GOAL,
      noise: {
        ours: spread(figures.ours.map((run) => run.p99)),
        limit: spread(figures.limit.map((run) => run.p99)),
      },
    };
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
  }
};
