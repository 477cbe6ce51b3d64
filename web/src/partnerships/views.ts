import type { Views } from '../api/client';
import type { Page } from '../api/page';

export type PartnershipRow = Views['PartnershipRow'];
export type PartnershipView = Views['PartnershipView'];
export type ReportPeriod = Views['ReportPeriodView'];
export type FixedCut = Views['FixedCut'];

/** A figure, or why there is none. */
export type ReportCell = {
  shown: boolean;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  reason: string | null;
  /** "<5" where the figure is a count of one to four. */
  bound: string | null;
};

export const MEASURES = [
  'absence-rate',
  'days-per-fte',
  'spells-ended',
  'spells-begun',
  'short-share',
  'medium-share',
  'long-share',
  'signals-raised',
  'signals-due',
  'contacted-in-time',
  'contact-attempted',
  'recorded-late',
  'learned-late',
  'cases-opened',
  'cases-closed',
] as const;
export type ReportMeasure = (typeof MEASURES)[number];

export type ReportFigure = {
  measure: ReportMeasure;
  now: ReportCell;
  yearEarlier: ReportCell | null;
  change: number | null;
};

/** A line of the report: the whole, one workplace, or those of a sector it is compared with. */
export type ReportGroup = {
  kind: 'partnership' | 'workplace' | 'comparison';
  unitId: string | null;
  name: string;
  employer: string | null;
  sector: string | null;
  figures: ReportFigure[];
};

export type ReportMonth = {
  month: string;
  provisional: boolean;
  now: ReportCell;
  yearEarlier: ReportCell | null;
};

export type ReportContent = {
  partnership: string;
  parties: string[];
  comparison: { from: string; to: string } | null;
  knownUntil: string | null;
  basis: string;
  provisionalMonths: string[];
  groups: ReportGroup[];
  trend: ReportMonth[];
};

export type ReportRow = {
  id: string;
  from: string;
  to: string;
  cut: FixedCut;
  state: 'building' | 'ready' | 'failed';
  createdAt: string;
  finishedAt: string | null;
};

export type ReportList = Page<ReportRow> & { abilities: string[] };
export type ReportView = ReportRow & { partnershipId: string; content: ReportContent | null };
