import { cprOf } from '../../../people/index.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { benefitOf, type Benefit } from './benefit.js';
import { weekOf } from './week.js';

/** The columns of a file of citizens' weeks (definitions 5.4), and no others. */
export const WEEK_FIELDS = ['caseNumber', 'week', 'benefit', 'coach', 'caseworker'] as const;
export type WeekField = (typeof WEEK_FIELDS)[number];
const REQUIRED: readonly WeekField[] = ['caseNumber', 'week', 'benefit'];

/** Why a row was not taken. */
export const ROW_FAULTS = [
  'row-broken',
  'case-number-missing',
  'case-number-too-long',
  'case-number-is-cpr',
  'week-unreadable',
  'week-to-come',
  'week-too-old',
  'benefit-unknown',
  'worker-unreadable',
  'contradicts-another-row',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

export interface WeekRow {
  readonly caseNumber: string;
  readonly week: LocalDate;
  readonly benefit: Benefit;
  readonly coach: string | null;
  readonly caseworker: string | null;
}

const NAMES: Readonly<Record<WeekField, readonly string[]>> = {
  caseNumber: ['sagsnummer', 'sagsnr', 'sag', 'case number', 'casenumber', 'case'],
  week: ['uge', 'ugenr', 'uge start', 'periode', 'week'],
  benefit: ['ydelse', 'ydelsestype', 'forsørgelse', 'forsørgelsesgrundlag', 'benefit'],
  coach: ['jobcoach', 'coach', 'job coach'],
  caseworker: ['sagsbehandler', 'rådgiver', 'caseworker', 'case worker'],
};

/** Which column holds what, by the columns' names; a field without a column is left out. */
export type Columns = Readonly<Partial<Record<WeekField, number>>>;

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const columnsOf = (names: readonly string[]): Columns => {
  const known = names.map(plain);
  const found = WEEK_FIELDS.flatMap((field) => {
    const index = known.findIndex((name) => NAMES[field].includes(name));
    return index < 0 ? [] : [[field, index] as const];
  });
  return Object.fromEntries(found);
};

/** Fields that a file has to have a column for and has none. */
export const missingColumns = (columns: Columns): WeekField[] =>
  REQUIRED.filter((field) => columns[field] === undefined);

const LONGEST = 60;
const OLDEST = '2000-01-01';

const caseNumberFault = (text: string): RowFault | null => {
  if (text === '') return 'case-number-missing';
  if (text.length > LONGEST) return 'case-number-too-long';
  // A citizen stands under a case number alone (definitions 5.4): what reads as a CPR number is not let in.
  return cprOf(text) === null ? null : 'case-number-is-cpr';
};

const isUnreadable = (worker: string): boolean => worker.length > LONGEST || cprOf(worker) !== null;

/** Reads one row. @param thisWeek the Monday of today's week: later ones have not been. */
export const decodeWeekRow = (
  cells: readonly string[],
  columns: Columns,
  thisWeek: LocalDate,
): WeekRow | RowFault => {
  const cell = (field: WeekField): string => cells[columns[field] ?? -1]?.trim() ?? '';
  const caseNumber = cell('caseNumber');
  const fault = caseNumberFault(caseNumber);
  if (fault) return fault;
  const week = weekOf(cell('week'));
  if (week === null) return 'week-unreadable';
  if (week > thisWeek) return 'week-to-come';
  if (week < OLDEST) return 'week-too-old';
  const benefit = benefitOf(cell('benefit'));
  if (benefit === null) return 'benefit-unknown';
  const [coach, caseworker] = [cell('coach'), cell('caseworker')];
  if (isUnreadable(coach) || isUnreadable(caseworker)) return 'worker-unreadable';
  return { caseNumber, week, benefit, coach: coach || null, caseworker: caseworker || null };
};
