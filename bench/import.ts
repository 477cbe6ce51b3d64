import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child.js';
import { writePayrollFile } from './employer/files.js';
import { copySpells } from './employer/stock.js';
import type { ImportDone, ImportOrder } from './import-child.js';
import { watchPhases } from './import-phases.js';
import { rounded, spread, timed } from './measuring.js';
import { processorTimed } from './processor-time.js';
import type { Subject } from './report.js';
import { asSuperuser, type Database, type Stage } from './stage.js';

const GOAL = 2;
const MEMORY_GOAL = 400;

/** One number for all that a file says of its spells, in whatever order they were stored. */
const CONTENT = `
  select count(*) || ' spells, ' || sum(hashtextextended(concat_ws(';', employment_id, kind, first_on, last_on, degree, source,
    source_code, source_first_on, registered_on), 0)::numeric) as content from spells`;

const contentOf = (database: Database): Promise<string> =>
  asSuperuser(
    database,
    async (client) => (await client.query<{ content: string }>(CONTENT)).rows[0]?.content ?? '',
  );

interface BareRun {
  readonly took: number;
  /** Of processor time, the server's and ours. */
  readonly seconds: number | null;
  readonly content: string;
}

/** The same rows by one `COPY` into another database like ours. */
const copyBare = async (stage: Stage): Promise<BareRun> => {
  const database = await stage.database();
  const { server, client, result } = await asSuperuser(database, async (connection) => {
    await connection.query('checkpoint');
    return processorTimed(stage.folder, () => timed(() => copySpells(connection, stage.spells())));
  });
  const { took } = result;
  stage.tell(`  bare COPY ${rounded(took / 1000)} s`);
  const content = await contentOf(database);
  await stage.drop(database);
  return { took, seconds: server === null ? null : server + client, content };
};

interface OurRun extends ImportDone {
  readonly phases: Readonly<Record<string, number>>;
  readonly content: string;
}

/** From the bytes of the file to figures and signals, in a process of its own. */
const importOurs = async (stage: Stage, path: string): Promise<OurRun> => {
  const database = await stage.database();
  await asSuperuser(database, (client) => client.query('checkpoint'));
  const order: ImportOrder = { database, folder: stage.folder, path };
  const child = startChild<ImportDone>('./import-child.js', order);
  const phases = watchPhases(database);
  const done = await child.message.finally(() => child.stop());
  stage.tell(`  ours ${rounded(done.total / 1000)} s`);
  const split = await phases();
  const content = await contentOf(database);
  await stage.drop(database);
  return { ...done, phases: split, content };
};

/** What the ratio would be on a machine of our own: processor time for processor time. */
const processorRatio = (ours: OurRun, before: BareRun, after: BareRun): number | null =>
  ours.serverSeconds === null || before.seconds === null || after.seconds === null
    ? null
    : rounded(((ours.serverSeconds + ours.clientSeconds) * 2) / (before.seconds + after.seconds), 2);

const perSecond = (count: number, took: number): number => Math.round((count / took) * 1000);

/** A payroll file to figures and signals, against a bare `COPY` of the rows it becomes, before and after. */
export const importFile: Subject = async (stage) => {
  const spells = stage.spells();
  const path = join(stage.folder, 'absences.csv');
  await writePayrollFile(path, spells);
  const before = await copyBare(stage);
  const ours = await importOurs(stage, path);
  const after = await copyBare(stage);
  if (ours.content !== before.content) {
    throw new Error(`the import recorded ${ours.content} where the file has ${before.content}`);
  }
  const limit = (before.took + after.took) / 2;
  const ratio = rounded(ours.total / limit, 2);
  return {
    subject: 'import',
    size: { employees: stage.employees, spells: spells.length, bytes: (await stat(path)).size },
    ours: {
      milliseconds: ours.total,
      rowsPerSecond: perSecond(spells.length, ours.total),
      peakMemoryMegabytes: ours.peakMemory,
      importing: ours.importing,
      phases: ours.phases,
      jobs: ours.jobs,
      processorSeconds: { server: ours.serverSeconds, process: ours.clientSeconds },
      counts: ours.counts,
    },
    limit: {
      name: 'bare COPY',
      milliseconds: rounded(limit),
      rowsPerSecond: perSecond(spells.length, limit),
      processorSeconds: [before.seconds, after.seconds],
    },
    ratio,
    processorRatio: processorRatio(ours, before, after),
    goal: `ratio at most ${GOAL}, memory under ${MEMORY_GOAL} MB`,
    met: ratio <= GOAL && ours.peakMemory < MEMORY_GOAL,
    noise: { ours: null, limit: spread([before.took, after.took]) },
  };
};
