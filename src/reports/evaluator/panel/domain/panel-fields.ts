import type { PersonMonth } from '../../../../absence/index.js';
import { addMonths, type LocalDate } from '../../../../shared/local-date.js';

/**
 * What may be handed out of a person's month. The list is closed: no diagnosis, note, name, age or gender, and no field
 * for one. Who a row is about (a pseudonym), its month and whether it may still change are in every file.
 */
export const PANEL_FIELDS = [
  'workplace',
  'hours-share',
  'tenure',
  'absence-days',
  'absence-days-cut-at-30',
  'spells-ended',
  'long-spells',
] as const;
export type PanelField = (typeof PANEL_FIELDS)[number];

export const TENURE_BANDS = ['0', '1-4', '5-9', '10+'] as const;
export type TenureBand = (typeof TENURE_BANDS)[number];

/** Whole years with the employer when a month began, in bands that many share. */
export const tenureBand = (month: LocalDate, since: LocalDate): TenureBand => {
  const lasted = (years: number): boolean => addMonths(since, 12 * years) <= month;
  if (!lasted(1)) return '0';
  if (!lasted(5)) return '1-4';
  return lasted(10) ? '10+' : '5-9';
};

/** A person's month as it is handed out, beside what the file calls the person and the workplace. */
export interface PanelRow extends PersonMonth {
  readonly pseudonym: string;
  readonly workplace: string;
}

type Cell = string | number;

const asFigure = (value: number): number => Number(value.toPrecision(12));

const COLUMNS_OF: Readonly<
  Record<PanelField, { readonly heads: readonly string[]; cells(row: PanelRow): Cell[] }>
> = {
  workplace: { heads: ['unit_id', 'workplace'], cells: ({ unitId, workplace }) => [unitId, workplace] },
  'hours-share': { heads: ['full_time_share'], cells: ({ fullTime }) => [asFigure(fullTime)] },
  tenure: {
    heads: ['tenure_years'],
    cells: ({ month, employedSince }) => [tenureBand(month, employedSince)],
  },
  'absence-days': { heads: ['absence_days'], cells: ({ days }) => [asFigure(days)] },
  'absence-days-cut-at-30': {
    heads: ['absence_days_cut_at_30'],
    cells: ({ daysCutAt30 }) => [asFigure(daysCutAt30)],
  },
  'spells-ended': { heads: ['spells_ended'], cells: ({ spellsEnded }) => [spellsEnded] },
  'long-spells': { heads: ['long_spells'], cells: ({ longSpells }) => [longSpells] },
};

/** The columns of a file with these fields, in the order of the list whatever the order they were chosen in. */
const inOrder = (fields: readonly PanelField[]): PanelField[] =>
  PANEL_FIELDS.filter((field) => fields.includes(field));

export const panelColumns = (fields: readonly PanelField[]): string[] => [
  'person',
  'month',
  'provisional',
  ...inOrder(fields).flatMap((field) => COLUMNS_OF[field].heads),
];

export const panelCells = (fields: readonly PanelField[], row: PanelRow): Cell[] => [
  row.pseudonym,
  row.month.slice(0, 7),
  row.provisional ? 1 : 0,
  ...inOrder(fields).flatMap((field) => COLUMNS_OF[field].cells(row)),
];
