import { readFile } from 'node:fs/promises';
import { renderPdf } from '../platform/documents/pdf.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import type { PackPaper } from './packs/pack-paper.js';
import type { PartnershipReportLabels } from './partnership-report.labels.js';
import { viewOf } from './partnership-report.view.js';
import { trendChart } from './trend-chart.js';
import { workplaceChart } from './workplace-chart.js';

/**
 * Why no figure stands in a cell.
 * - `below-five`: a count of one to four persons, signals or cases (definitions 6.2)
 * - `protected`: the group is too small, or the figure would give another hidden one away (definitions 6.1-6.2)
 * - `none`: there is nothing to count, or no period to compare with (definitions 7.3)
 */
export type NoFigure = 'below-five' | 'protected' | 'none';
export type ReportFigure = number | NoFigure;

/** What is said about one workplace, and about all of them together. Shares are 0 to 1. */
export interface WorkplaceFigures {
  readonly name: string;
  readonly absenceRate: ReportFigure;
  /** This rate less that of the same months a year earlier, as a share. */
  readonly absenceRateChange: ReportFigure;
  readonly daysPerFte: ReportFigure;
  readonly daysPerFteChange: ReportFigure;
  readonly spellsEndedPerPersonYear: ReportFigure;
  readonly spellsBegunPerPersonYear: ReportFigure;
  /** Shares of the days of absence in spells of 1-14, of 15-30 and of more than 30 calendar days. */
  readonly shareOfDaysShort: ReportFigure;
  readonly shareOfDaysMiddle: ReportFigure;
  readonly shareOfDaysLong: ReportFigure;
  readonly signalsRaised: ReportFigure;
  readonly signalsDue: ReportFigure;
  /** Known only after the day on which acting would have been in time. */
  readonly learnedLate: ReportFigure;
  readonly contactedInTime: ReportFigure;
  readonly contactedInTimeShare: ReportFigure;
  /** Not reached in time, though tried. */
  readonly contactAttempted: ReportFigure;
  /** Reached in time, yet written down too late to count. */
  readonly recordedLate: ReportFigure;
  readonly casesOpened: ReportFigure;
  readonly casesClosed: ReportFigure;
  readonly unitCasesOpened: ReportFigure;
  readonly workplaceVisits: ReportFigure;
  readonly referralsAsked: ReportFigure;
  readonly referralsHeld: ReportFigure;
  /** Days from asked to held, of each held on average. */
  readonly referralWaiting: ReportFigure;
}

export interface TrendMonth {
  /** Its first day. */
  readonly month: LocalDate;
  readonly absenceRate: ReportFigure;
  readonly absenceRateYearEarlier: ReportFigure;
  readonly isProvisional: boolean;
}

/** The report to the steering group as it goes to print: what may be shown has been decided before. */
export interface PartnershipReportDocument {
  readonly language: 'da' | 'en';
  readonly labels: PartnershipReportLabels;
  /** What stands beside the figures, as far as the reader may see it. */
  readonly pack: PackPaper;
  readonly partnership: string;
  /** Employers and others who take part, by name. */
  readonly parties: readonly string[];
  readonly period: Period;
  readonly comparison: Period | null;
  /** What the days are calculated on, in plain words (definitions 7.1). */
  readonly basis: string;
  /** The last day of which the sources have told; null when one has not told of any. */
  readonly absenceKnownUntil: LocalDate | null;
  readonly createdAt: Date;
  readonly workplaces: readonly WorkplaceFigures[];
  readonly total: WorkplaceFigures;
  /** Workplaces outside the partnership, those of a sector taken together: their absence. */
  readonly comparisons: readonly WorkplaceFigures[];
  readonly trend: readonly TrendMonth[];
}

const template = (): Promise<string> =>
  readFile(new URL('./partnership-report.typ', import.meta.url), 'utf8');

/** The report as PDF, the same bytes for the same document. */
export const renderPartnershipReport = async (report: PartnershipReportDocument): Promise<Uint8Array> => {
  const view = viewOf(report);
  return renderPdf(await template(), view, {
    title: `${report.pack.kicker}: ${report.partnership}, ${view.period}`,
    lang: report.language,
    createdAt: report.createdAt,
    images: { 'trend.svg': trendChart(report), 'workplaces.svg': workplaceChart(report) },
  });
};
