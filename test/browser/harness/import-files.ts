import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportService } from '../../../src/absence/index.js';
import { Clock, systemActor } from '../../../src/access/index.js';
import { absenceFile, rosterFile } from './payroll.js';
import type { Stage } from './stage.js';

/** A folder that is gone after the work in it. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'naervaer-browser-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Brings the payroll files in without the pages for it. */
export const importFiles = async ({ context }: Stage, tenantId: string): Promise<void> =>
  inFolder(async (folder) => {
    const today = context.get(Clock).today();
    const files = [
      { kind: 'roster', text: rosterFile() },
      { kind: 'absences', text: absenceFile(today) },
    ] as const;
    for (const { kind, text } of files) {
      const path = join(folder, `${kind}.csv`);
      await writeFile(path, text);
      const outcome = await context.get(ImportService).importFile(systemActor('operator command'), {
        tenantId,
        kind,
        path,
        source: 'payroll',
        dataAsOf: today,
      });
      if (outcome.rejected > 0) throw new Error(`${outcome.rejected} rows of the ${kind} were rejected`);
    }
  });
