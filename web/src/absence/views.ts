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
export type OpenSpell = Views['OpenSpellView'];
export type UnitFigures = Views['UnitFiguresView'];
export type Overview = Views['OverviewView'];

/** A month of a trend; a report gives less of it than an overview. */
export type MonthFigure = Omit<Views['MonthFigureView'], 'spells'> & { spells: number | null };

export type ImportKind = Views['ImportKind'];
export type ImportState = Views['ImportState'];
export type ImportRow = Views['ImportRowView'];
export type ImportView = Views['ImportView'];
export type ImportColumn = Views['ImportColumnView'];
export type ImportTarget = Views['ImportTargetView'];
export type ImportCounts = Views['ImportCountsView'];
export type Rejection = Views['RejectionView'];

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
] as const satisfies readonly ImportState[];
