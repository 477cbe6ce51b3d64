import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { addDays } from '../../src/shared/local-date.js';
import { dayText, TODAY } from './days.js';
import { chunksOf, SPELL_COLUMNS, spellCopyLine } from './files.js';
import { employmentOf, TENANT_ID, unitsFor, type Employment } from './roster.js';
import type { Spell } from './spells.js';

/** Streams rows into a table as a superuser, whom row level security does not hold. */
export const copyRows = async <T>(
  client: pg.Client,
  target: string,
  rows: readonly T[],
  lineOf: (row: T) => string,
): Promise<void> => {
  await pipeline(Readable.from(chunksOf(rows, lineOf)), client.query(copyFrom(`copy ${target} from stdin`)));
};

const line = (...values: readonly (string | number | null)[]): string =>
  `${values.map((value) => value ?? '\\N').join('\t')}\n`;
const range = (from: number, before: number | null): string =>
  `[${dayText(from)},${before === null ? '' : dayText(before)})`;

const EMPLOYER = `
  insert into tenants (id, kind, slug, name) values ('${TENANT_ID}', 'employer', 'bench', 'Stor Kommune');
  insert into employers (tenant_id, name, sector) values ('${TENANT_ID}', 'Stor Kommune', 'municipal');
  insert into signal_settings (tenant_id) values ('${TENANT_ID}');
  insert into go_lives (tenant_id, live_from) values ('${TENANT_ID}', '${addDays(TODAY, -60)}');`;

const copyUnits = async (client: pg.Client, employees: number): Promise<void> => {
  const units = unitsFor(employees);
  await copyRows(client, 'units (tenant_id, id)', units, ({ id }) => line(TENANT_ID, id));
  await copyRows(
    client,
    'unit_versions (tenant_id, unit_id, valid, name, kind, parent_id, path)',
    units,
    ({ id, name, kind, path }) =>
      line(TENANT_ID, id, '[2000-01-01,)', name, kind, path.at(-2) ?? null, `{${path.join(',')}}`),
  );
};

/** One line of terms, or two for those who have moved. */
const termsOf = ({ employmentId, unitId, moved, managerId, weeklyHours, from, to }: Employment): string => {
  const end = to === null ? null : to + 1;
  const terms = (unit: string, begins: number, before: number | null): string =>
    line(TENANT_ID, employmentId, range(begins, before), unit, weeklyHours, 'Pædagog', managerId);
  return moved === null
    ? terms(unitId, from, end)
    : terms(unitId, from, moved.on) + terms(moved.unitId, moved.on, end);
};

const copyPeople = async (client: pg.Client, employees: number): Promise<void> => {
  const employments = Array.from({ length: employees }, (_, index) => employmentOf(index, employees));
  await copyRows(client, 'people (tenant_id, id, person_key, name)', employments, ({ personId, number }) =>
    line(TENANT_ID, personId, number, `Medarbejder ${number}`),
  );
  await copyRows(
    client,
    'employments (tenant_id, id, person_id, employee_number, employed)',
    employments,
    ({ employmentId, personId, number, from, to }) =>
      line(TENANT_ID, employmentId, personId, number, range(from, to === null ? null : to + 1)),
  );
  await copyRows(
    client,
    'employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, job_group, manager_person_id)',
    employments,
    termsOf,
  );
};

/** Puts an employer with units, people and employments into an empty database, settled as one that has run for a while. */
export const loadEmployer = async (client: pg.Client, employees: number): Promise<void> => {
  await client.query(EMPLOYER);
  await copyUnits(client, employees);
  await copyPeople(client, employees);
  await client.query('vacuum analyze');
};

/** The bare way of getting spells into their table: one `COPY` under all of its constraints and indexes. */
export const copySpells = (client: pg.Client, spells: readonly Spell[]): Promise<void> =>
  copyRows(client, SPELL_COLUMNS, spells, spellCopyLine);
