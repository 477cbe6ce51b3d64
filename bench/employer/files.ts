import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { danishText, dayText } from './days.js';
import { idOf, TENANT_ID } from './roster.js';
import type { Spell } from './spells.js';

const LINES_A_CHUNK = 2_000;

/** Lines gathered into pieces that streams carry cheaply. */
export function* chunksOf<T>(
  rows: readonly T[],
  lineOf: (row: T, index: number) => string,
): Generator<string> {
  for (let start = 0; start < rows.length; start += LINES_A_CHUNK) {
    let chunk = '';
    const end = Math.min(start + LINES_A_CHUNK, rows.length);
    for (let index = start; index < end; index += 1) {
      const row = rows[index];
      if (row !== undefined) chunk += lineOf(row, index);
    }
    yield chunk;
  }
}

const HEADER = 'Tjenestenr;Fraværskode;Fraværsårsag;Fra;Til;Fraværsprocent;Registreret\r\n';

const payrollLine = ({ employee, kind, first, last, registered }: Spell): string =>
  `${String(employee + 1).padStart(6, '0')};${kind.code};${kind.cause};${danishText(first)};` +
  `${last === null ? '' : danishText(last)};${kind.percent};${danishText(registered)}\r\n`;

/** Writes the spells as a Danish payroll exports them: semicolons, `dd-mm-yyyy`, Windows-1252. */
export const writePayrollFile = async (path: string, spells: readonly Spell[]): Promise<void> => {
  const chunks = function* () {
    yield HEADER;
    yield* chunksOf(spells, payrollLine);
  };
  // All its letters are the same in Latin-1.
  await pipeline(Readable.from(chunks()), createWriteStream(path, { encoding: 'latin1' }));
};

/** The columns that a bare `COPY` fills; the database numbers the rows itself, as it does for an import. */
export const SPELL_COLUMNS = `spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_code,
  source_first_on, registered_on, registered_assumed, import_id)`;

export const SOURCE = 'bench';

/** The line of `COPY` for the row that a spell of the payroll file becomes. */
export const spellCopyLine = ({ employee, kind, first, last, registered }: Spell): string =>
  [
    TENANT_ID,
    idOf('employment', employee),
    kind.kind,
    dayText(first),
    last === null ? '\\N' : dayText(last),
    kind.percent / 100,
    SOURCE,
    kind.code,
    dayText(first),
    dayText(registered),
    'f',
    idOf('import', 1),
  ].join('\t') + '\n';
