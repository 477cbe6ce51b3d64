import { ApiProperty } from '@nestjs/swagger';
import { REASONS, type Reason } from '../disclosure/index.js';
import { SECTORS, type Sector } from '../organisations/index.js';
import { PageView } from '../platform/http/page.js';
import { FIXED_CUTS, type FixedCut } from '../partnerships/index.js';
import { GROUP_KINDS, type GroupKind } from './domain/group.js';
import { MEASURES, type Measure } from './domain/measures.js';

export const REPORT_STATES = ['building', 'ready', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A figure, or why there is none. A hidden one carries no numbers at all. */
export class ReportCell {
  shown: boolean;
  value: number | null;
  /** Of a rate or share; null for a count, and for a small number of contacts. */
  numerator: number | null;
  denominator: number | null;
  @ApiProperty({ enum: REASONS, enumName: 'HiddenReason', nullable: true })
  reason: Reason | null;
  /** "<5" where the figure is a count of one to four. */
  bound: string | null;
}

export class ReportFigure {
  @ApiProperty({ enum: MEASURES, enumName: 'ReportMeasure' })
  measure: Measure;
  now: ReportCell;
  /** The same months a year earlier; null where there is no comparison period. */
  yearEarlier: ReportCell | null;
  /** The value less that of a year earlier, where both are shown. */
  change: number | null;
}

/** A line of the report: all workplaces of the partnership, one of them, or those of a sector it is compared with. */
export class ReportGroup {
  @ApiProperty({ enum: GROUP_KINDS, enumName: 'ReportGroupKind' })
  kind: GroupKind;
  /** Of a workplace. */
  unitId: string | null;
  name: string;
  employer: string | null;
  @ApiProperty({ enum: SECTORS, enumName: 'Sector', nullable: true })
  sector: Sector | null;
  figures: ReportFigure[];
}

/** The absence rate of all the partnership's workplaces in one month. */
export class ReportMonth {
  /** Its first day. */
  month: string;
  provisional: boolean;
  now: ReportCell;
  yearEarlier: ReportCell | null;
}

export class ReportSpan {
  from: string;
  to: string;
}

/** What a report says, once and for all: screen, PDF, workbook and JSON are made of it. */
export class ReportContent {
  partnership: string;
  parties: string[];
  /** The same months a year earlier; null where no group has figures for them. */
  comparison: ReportSpan | null;
  /** The last day that every source has told of. */
  knownUntil: string | null;
  /** How days are calculated (definitions 7.1). */
  @ApiProperty({ enum: ['calendar-imputed'], enumName: 'CalculationBasis' })
  basis: 'calendar-imputed';
  /** First days of months that late registration may still change. */
  provisionalMonths: string[];
  groups: ReportGroup[];
  trend: ReportMonth[];
}

export class ReportRow {
  id: string;
  from: string;
  to: string;
  @ApiProperty({ enum: FIXED_CUTS, enumName: 'FixedCut' })
  cut: FixedCut;
  @ApiProperty({ enum: REPORT_STATES, enumName: 'ReportState' })
  state: ReportState;
  createdAt: string;
  finishedAt: string | null;
}

export class ReportPage extends PageView {
  items: ReportRow[];
  abilities: string[];
}

export class PartnershipReportView extends ReportRow {
  partnershipId: string;
  /** null until the report is ready. */
  content: ReportContent | null;
}
