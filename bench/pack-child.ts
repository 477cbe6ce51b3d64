import type { INestApplicationContext } from '@nestjs/common';
import { join } from 'node:path';
import { systemActor } from '../src/access/index.js';
import { createContext } from '../src/application.js';
import { PartnershipsService } from '../src/partnerships/index.js';
import { closePdfRenderer } from '../src/platform/documents/pdf.js';
import { ReportsService } from '../src/reports/index.js';
import { localDate } from '../src/shared/local-date.js';
import { argumentOf, peakMemory, say } from './child.js';
import { TODAY } from './employer/days.js';
import { TENANT_ID, unitsFor } from './employer/roster.js';
import { rounded, timed } from './measuring.js';
import type { ServerOrder } from './overview.js';
import { runtimeOn, StageClock } from './surroundings.js';

export interface PackOrder extends ServerOrder {
  readonly employees: number;
}

export interface PackDone {
  readonly workplaces: number;
  /** Milliseconds. */
  readonly made: number;
  readonly files: number;
  readonly processorSeconds: number;
  readonly peakMemory: number;
}

const YEAR = Number(TODAY.slice(0, 4)) - 1;

/** Every area of the employer in one partnership, the last fifth of them to compare with. */
const makePartnership = (context: INestApplicationContext, employees: number): Promise<string> => {
  const areas = unitsFor(employees).filter(({ kind }) => kind === 'department');
  return context.get(PartnershipsService).createPartnership(systemActor('operator command'), {
    name: 'Nærvær',
    from: localDate(`${YEAR}-01-01`),
    to: localDate(`${YEAR + 2}-12-31`),
    units: areas.map(({ id }, place) => ({
      tenantId: TENANT_ID,
      unitId: id,
      arm: place < areas.length * 0.8 ? 'in' : 'comparison',
    })),
  });
};

/** A pack of a whole year, and every file of it. */
const makePack = async (
  context: INestApplicationContext,
  { employees, folder }: PackOrder,
): Promise<PackDone> => {
  const partnership = await makePartnership(context, employees);
  const reports = context.get(ReportsService);
  const before = process.cpuUsage();
  const period = { from: localDate(`${YEAR}-01-01`), to: localDate(`${YEAR}-12-31`) };
  const made = await timed(() => reports.build(systemActor('operator command'), { partnership, ...period }));
  const files = await timed(async () => {
    for (const format of ['pdf', 'xlsx', 'csv'] as const)
      await reports.writeReport(made.result, format, join(folder, `pack.${format}`));
  });
  const { user, system } = process.cpuUsage(before);
  return {
    workplaces: made.result.content?.groups.filter(({ kind }) => kind === 'workplace').length ?? 0,
    made: rounded(made.took),
    files: rounded(files.took),
    processorSeconds: rounded((user + system) / 1e6),
    peakMemory: peakMemory(),
  };
};

const order = argumentOf<PackOrder>();
const context = await createContext(runtimeOn(order.database, order.folder), new StageClock());
try {
  say(await makePack(context, order));
} finally {
  await closePdfRenderer();
  await context.close();
}
