import { isProvisional, lastCompleteMonth } from '../../../absence/index.js';
import { atomsOf, type Reason } from '../../../disclosure/index.js';
import type { PartnershipUnit } from '../../../partnerships/index.js';
import type { CsvValue } from '../../../platform/documents/csv.js';
import { addMonths, daysBetween, type LocalDate } from '../../../shared/local-date.js';
import { monthsOf, type Period } from '../../../shared/period.js';
import type { CellDecisions } from '../../domain/evaluator-cells.js';
import { CELL_QUANTITIES, type CellQuantity, type ReportFacts } from '../../domain/facts.js';
import type { EmployerFacts } from '../../employer-facts.queries.js';

/** A workplace of the file, with why figures of it are hidden. */
export interface CellsOfUnit {
  readonly unitId: string;
  readonly name: string;
  readonly employer: string;
  readonly arm: 'in' | 'comparison';
  readonly hidden: Readonly<Record<CellQuantity, Reason | null>>;
}

/** One workplace in one month; what is hidden is null. */
export interface CellRow {
  readonly unitId: string;
  readonly month: LocalDate;
  readonly knownUntil: LocalDate | null;
  readonly provisional: boolean;
  readonly persons: number | null;
  readonly fullTimeMonths: number | null;
  readonly possibleDays: number | null;
  readonly days: number | null;
  readonly begun: number | null;
  readonly ended: number | null;
  readonly shortDays: number | null;
  readonly mediumDays: number | null;
  readonly longDays: number | null;
  readonly daysCutAt30: number | null;
  readonly longSpells: number | null;
}

/** Cells as they left the house. */
export interface CellContent {
  readonly partnership: string;
  readonly units: readonly CellsOfUnit[];
  readonly rows: readonly CellRow[];
  /** The last day that every employer has told of. */
  readonly knownUntil: LocalDate | null;
  readonly provisionalMonths: readonly LocalDate[];
}

export interface CellDraft {
  readonly partnership: string;
  readonly units: readonly PartnershipUnit[];
  readonly period: Period;
  readonly today: LocalDate;
  readonly facts: ReportFacts;
  readonly employers: ReadonlyMap<string, EmployerFacts>;
  readonly decided: ReadonlyMap<CellQuantity, CellDecisions>;
}

/** Twelve digits, as in every snapshot that is computed from again. */
const asFigure = (value: number): number => Number(value.toPrecision(12));

const reasonOf = ({ decided }: CellDraft, unit: PartnershipUnit, quantity: CellQuantity): Reason | null =>
  decided.get(quantity)?.get(unit.unitId) ?? null;

const rowOf = (draft: CellDraft, unit: PartnershipUnit, month: LocalDate): CellRow => {
  const { facts, employers, today } = draft;
  const atoms = atomsOf([unit.unitId], [month]);
  const sums = facts.together(atoms);
  const shows = (quantity: CellQuantity): boolean => reasonOf(draft, unit, quantity) === null;
  const shown = (quantity: CellQuantity, value: number): number | null =>
    shows(quantity) ? asFigure(value) : null;
  const exposure = (value: number): number | null => (CELL_QUANTITIES.some(shows) ? asFigure(value) : null);
  const knownUntil = employers.get(unit.tenantId)?.knownUntil ?? null;
  return {
    unitId: unit.unitId,
    month,
    knownUntil,
    provisional: isProvisional(month, lastCompleteMonth(knownUntil, today)),
    persons: exposure(facts.footprint('absence-days', atoms).persons),
    fullTimeMonths: exposure(sums.fteDays / daysBetween(month, addMonths(month, 1))),
    possibleDays: exposure(sums.possibleDays),
    days: shown('absence-days', sums.absenceDays),
    begun: shown('spells-begun', sums.spellsBegun),
    ended: shown('spells-ended', sums.spellsEnded),
    shortDays: shown('days-by-length', sums.shortDays),
    mediumDays: shown('days-by-length', sums.mediumDays),
    longDays: shown('days-by-length', sums.longDays),
    daysCutAt30: shown('days-cut-at-30', facts.amounts('days-cut-at-30', atoms)[0] ?? 0),
    longSpells: shown('long-spells', facts.amounts('long-spells', atoms)[0] ?? 0),
  };
};

/** What is kept of a release, and handed out as it stands. */
export const contentOf = (draft: CellDraft): CellContent => {
  const months = monthsOf(draft.period);
  const rows = draft.units.flatMap((unit) => months.map((month) => rowOf(draft, unit, month)));
  const known = [...draft.employers.values()].map(({ knownUntil }) => knownUntil);
  return {
    partnership: draft.partnership,
    units: draft.units.map((unit) => ({
      unitId: unit.unitId,
      name: unit.name,
      employer: unit.employerName,
      arm: unit.arm,
      hidden: {
        'absence-days': reasonOf(draft, unit, 'absence-days'),
        'spells-ended': reasonOf(draft, unit, 'spells-ended'),
        'spells-begun': reasonOf(draft, unit, 'spells-begun'),
        'days-by-length': reasonOf(draft, unit, 'days-by-length'),
        'days-cut-at-30': reasonOf(draft, unit, 'days-cut-at-30'),
        'long-spells': reasonOf(draft, unit, 'long-spells'),
      },
    })),
    rows,
    knownUntil: known.includes(null) ? null : (known.sort()[0] ?? null),
    provisionalMonths: months.filter((month) => rows.some((row) => row.month === month && row.provisional)),
  };
};

export const CELL_COLUMNS = [
  'unit_id',
  'workplace',
  'employer',
  'arm',
  'month',
  'known_until',
  'provisional',
  'persons',
  'full_time_months',
  'possible_days',
  'absence_days',
  'spells_begun',
  'spells_ended',
  'days_in_spells_to_14',
  'days_in_spells_15_to_30',
  'days_in_spells_over_30',
  'absence_days_cut_at_30',
  'long_spells',
  'hidden_days',
  'hidden_begun',
  'hidden_ended',
  'hidden_lengths',
  'hidden_cut',
  'hidden_long',
];

/** The rows of the file, workplace by workplace; a hidden figure is empty and its reason stands in the last columns. */
export function* cellLines({ units, rows }: CellContent): Generator<CsvValue[]> {
  const named = new Map(units.map((unit) => [unit.unitId, unit]));
  for (const row of rows) {
    const unit = named.get(row.unitId);
    if (!unit) continue;
    yield [
      unit.unitId,
      unit.name,
      unit.employer,
      unit.arm,
      row.month.slice(0, 7),
      row.knownUntil,
      row.provisional ? 1 : 0,
      row.persons,
      row.fullTimeMonths,
      row.possibleDays,
      row.days,
      row.begun,
      row.ended,
      row.shortDays,
      row.mediumDays,
      row.longDays,
      row.daysCutAt30,
      row.longSpells,
      unit.hidden['absence-days'],
      unit.hidden['spells-begun'],
      unit.hidden['spells-ended'],
      unit.hidden['days-by-length'],
      unit.hidden['days-cut-at-30'],
      unit.hidden['long-spells'],
    ];
  }
}
