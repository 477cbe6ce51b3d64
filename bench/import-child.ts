import type { INestApplicationContext } from '@nestjs/common';
import { systemActor } from '../src/access/index.js';
import { ImportService } from '../src/absence/index.js';
import { createContext } from '../src/application.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { argumentOf, peakMemory, say } from './child.js';
import { SOURCE } from './employer/files.js';
import { TENANT_ID } from './employer/roster.js';
import { rounded, timed } from './measuring.js';
import { processorTimed } from './processor-time.js';
import type { Database } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';

export interface ImportOrder {
  readonly database: Database;
  readonly folder: string;
  readonly path: string;
}

export interface ImportDone {
  readonly total: number;
  readonly importing: number;
  /** By job, those that followed the import. */
  readonly jobs: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly peakMemory: number;
  /** Seconds of processor time of the server and of this process. */
  readonly serverSeconds: number | null;
  readonly clientSeconds: number;
}

/** Works what is due until nothing is left, as `JobRunner.drain` does, with the time of each kind of job. */
const drainTimed = async (runner: JobRunner): Promise<Record<string, number>> => {
  const jobs: Record<string, number> = {};
  for (let claims = await runner.claim(); claims.length > 0; claims = await runner.claim()) {
    for (const claim of claims) {
      const { took } = await timed(() => runner.work(claim));
      process.stderr.write(`  ${claim.job} ${rounded(took / 1000)} s\n`);
      jobs[claim.job] = rounded((jobs[claim.job] ?? 0) + took);
    }
  }
  return jobs;
};

type Worked = Omit<ImportDone, 'serverSeconds' | 'clientSeconds'>;

const importAndFollow = async (context: INestApplicationContext, path: string): Promise<Worked> => {
  const file = { tenantId: TENANT_ID, kind: 'absences', path, source: SOURCE } as const;
  const began = performance.now();
  const imported = await timed(() =>
    context.get(ImportService).importFile(systemActor('operator command'), file),
  );
  process.stderr.write(`  imported in ${rounded(imported.took / 1000)} s\n`);
  const jobs = await drainTimed(context.get(JobRunner));
  const total = performance.now() - began;
  const { inserted, rejected, warnings } = imported.result;
  return {
    total: rounded(total),
    importing: rounded(imported.took),
    jobs,
    counts: { inserted, rejected, warnings },
    peakMemory: peakMemory(),
  };
};

const order = argumentOf<ImportOrder>();
const context = await createContext(runtimeOn(order.database, order.folder), new StageClock());
try {
  const work = () => importAndFollow(context, order.path);
  const { server, client, result } = await processorTimed(order.folder, work);
  say({ ...result, serverSeconds: server, clientSeconds: client } satisfies ImportDone);
} finally {
  await context.close();
}
