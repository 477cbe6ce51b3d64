import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '../../src/access/index.js';
import { ImportService, type FileOutcome, type FileToImport } from '../../src/absence/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import type { TestApp } from '../harness/app.js';

export const operator = systemActor('operator command');

type Given = Partial<Omit<FileToImport, 'dataAsOf' | 'path' | 'tenantId' | 'kind'>> & {
  readonly dataAsOf?: string;
};

/** Imports a text as a file, as the command line does. */
export const importText = async (
  app: TestApp,
  tenantId: string,
  kind: 'roster' | 'absences',
  content: string | Buffer,
  given: Given = {},
): Promise<FileOutcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'naervaer-import-'));
  try {
    const path = join(folder, 'file.csv');
    await writeFile(path, content);
    const { dataAsOf, ...rest } = given;
    return await app.nest.get(ImportService).importFile(operator, {
      tenantId,
      kind,
      path,
      ...rest,
      ...(dataAsOf === undefined ? {} : { dataAsOf: localDate(dataAsOf) }),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** The six counts, briefly. */
export const counts = ({ inserted, changed, unchanged, removed, rejected, warnings }: FileOutcome): string =>
  `+${inserted} ~${changed} =${unchanged} -${removed} !${rejected} ?${warnings}`;

/** Every recorded spell as text, in order. */
export const spellsOf = (app: TestApp, tenantId: string): Promise<string[]> =>
  app.doors.within(operator, tenantId, async (tx) => {
    const found = await rows<{ spell: string }>(
      tx,
      `select concat_ws(' ', e.employee_number, s.kind, s.first_on, coalesce(s.last_on::text, 'open'), nullif(s.degree, 1), s.source) as spell
       from spells s join employments e on e.tenant_id = s.tenant_id and e.id = s.employment_id
       order by e.employee_number, s.first_on, s.source_code`,
    );
    return found.map(({ spell }) => spell);
  });

export const ROSTER = 'Tjenestenr;Navn;Enhed;Stilling;Ansat fra;Ansat til;Timer pr. uge';
export const ABSENCES = 'Tjenestenr;Fraværskode;Fra;Til';
export const lines = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\r\n')}\r\n`;
