import type { Views } from '../api/client';

export type SpellKind = Views['SpellKind'];
export type SpellView = Views['SpellView'];
export type SpellVersion = Views['SpellVersionView'];

/** In the order of a list to choose from: the usual ones first. */
export const SPELL_KINDS = [
  'own-sickness',
  'partial-sickness',
  'work-injury',
  'section-56',
  'section-56-partial',
  'pregnancy-related',
  'child-first-day',
  'child-second-day',
  'parental-leave',
  'other',
] as const satisfies readonly SpellKind[];

export type Figure = Views['FigureView'];
export type KnownUntil = Views['KnownUntilView'];
export type Tiles = Views['TilesView'];
export type OpenSpell = Views['OpenSpellView'];
export type UnitFigures = Views['UnitFiguresView'];
export type Overview = Views['OverviewView'];

/** A month of a trend; a report gives less of it than an overview. */
export type MonthFigure = Omit<Views['MonthFigureView'], 'spells'> & { spells: number | null };

export type ImportKind = 'roster' | 'absences';
export const IMPORT_STATES = [
  'uploaded',
  'analysing',
  'analysed',
  'confirmed',
  'applying',
  'applied',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export type ImportCounts = {
  inserted: number;
  changed: number;
  unchanged: number;
  removed: number;
  rejected: number;
  warnings: number;
};

export type ImportRow = {
  id: string;
  kind: ImportKind;
  source: string;
  fileName: string;
  dataAsOf: string;
  state: ImportState;
  createdAt: string;
  createdBy: string | null;
  counts: ImportCounts | null;
};

export type ImportColumn = { header: string; samples: string[] };
export type ImportTarget = { field: string; required: boolean };

export type ImportView = ImportRow & {
  encoding: string;
  delimiter: string | null;
  rows: number | null;
  columns: ImportColumn[];
  targets: ImportTarget[];
  /** field → header */
  mapping: Record<string, string>;
  guessed: string[];
  profileId: string | null;
  progress: { done: number; total: number } | null;
  problem: { code: string; detail: string } | null;
  abilities: string[];
};

export type Rejection = { line: number; severity: 'rejected' | 'warning'; code: string; message: string };
export type ImportProfile = {
  id: string;
  name: string;
  kind: ImportKind;
  source: string;
  mapping: Record<string, string>;
  snapshot: boolean;
};
