import iconv from 'iconv-lite';
import type { LocalDate } from '../../shared/local-date.js';
import type { Simulation } from '../simulator/simulation.js';
import { absenceFiles } from './absence-files.js';
import { filePeriodsOf } from './file-periods.js';
import { rosterFiles, type RosterContent } from './roster-files.js';

export interface PayrollFile {
  readonly kind: 'roster' | 'absences';
  readonly employerSlug: string;
  readonly dataAsOf: LocalDate;
  readonly name: string;
  /** The municipality's payroll writes Windows-1252, the firm's UTF-8 with a byte order mark. */
  readonly encoding: 'windows-1252' | 'utf-8-bom';
  /** Without byte order mark. */
  readonly content: string;
}

/** What an employer's payroll office sends, month by month: first the roster, then the absences. */
export function* payrollFiles(
  simulation: Simulation,
  employerIndex: number,
  options: { readonly roster?: RosterContent } = {},
): Generator<PayrollFile, void, undefined> {
  const employer = simulation.employers[employerIndex];
  if (!employer) throw new RangeError(`no employer ${employerIndex}`);
  const periods = filePeriodsOf(simulation);
  const rosters = rosterFiles(simulation, employerIndex, periods, options.roster ?? 'changes');
  const absences = absenceFiles(simulation, employerIndex, periods);
  const encoding = employer.sector === 'municipal' ? 'windows-1252' : 'utf-8-bom';
  for (const [index, { month, dataAsOf }] of periods.entries()) {
    const file = { employerSlug: employer.slug, dataAsOf, encoding } as const;
    yield { ...file, kind: 'roster', name: `medarbejdere-${month}.csv`, content: rosters[index]?.() ?? '' };
    yield { ...file, kind: 'absences', name: `fravaer-${month}.csv`, content: absences[index]?.() ?? '' };
  }
}

/** The bytes a payroll office would upload. */
export const bytesOf = (file: PayrollFile): Buffer =>
  file.encoding === 'utf-8-bom'
    ? iconv.encode(file.content, 'utf8', { addBOM: true })
    : iconv.encode(file.content, 'windows-1252');
