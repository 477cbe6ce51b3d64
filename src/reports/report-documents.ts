import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Language } from '../access/index.js';
import { localDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import type { Measure } from './domain/measures.js';
import { hiddenAs } from './figure-text.js';
import type { PackPaper } from './packs/pack-paper.js';
import { packValues } from './packs/pack-values.js';
import {
  renderPartnershipReport,
  type PartnershipReportDocument,
  type ReportFigure as PrintedFigure,
  type WorkplaceFigures,
} from './partnership-report.document.js';
import { partnershipReportLabels } from './partnership-report.labels.js';
import { writePartnershipWorkbook } from './partnership-report.workbook.js';
import type {
  PartnershipReportView,
  ReportCell,
  ReportContent,
  ReportGroup,
  ReportSpan,
} from './reports.view.js';

export const DOCUMENT_FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

const printed = (cell: ReportCell | null | undefined): PrintedFigure => {
  if (!cell || cell.reason === 'nothing') return 'none';
  if (cell.value !== null) return cell.value;
  return hiddenAs(cell.bound);
};

const figuresOf = (figures: ReportGroup['figures'], name: string): WorkplaceFigures => {
  const find = (measure: Measure) => figures.find((figure) => figure.measure === measure);
  const now = (measure: Measure): PrintedFigure => printed(find(measure)?.now);
  const change = (measure: Measure): PrintedFigure => {
    const figure = find(measure);
    if (!figure?.yearEarlier) return 'none';
    return figure.change ?? 'protected';
  };
  return {
    name,
    absenceRate: now('absence-rate'),
    absenceRateChange: change('absence-rate'),
    daysPerFte: now('days-per-fte'),
    daysPerFteChange: change('days-per-fte'),
    spellsEndedPerPersonYear: now('spells-ended'),
    spellsBegunPerPersonYear: now('spells-begun'),
    shareOfDaysShort: now('short-share'),
    shareOfDaysMiddle: now('medium-share'),
    shareOfDaysLong: now('long-share'),
    signalsRaised: now('signals-raised'),
    signalsDue: now('signals-due'),
    learnedLate: now('learned-late'),
    contactedInTime: inTime(find('contacted-in-time')?.now),
    contactedInTimeShare: now('contacted-in-time'),
    contactAttempted: now('contact-attempted'),
    recordedLate: now('recorded-late'),
    casesOpened: now('cases-opened'),
    casesClosed: now('cases-closed'),
    unitCasesOpened: now('unit-cases-opened'),
    workplaceVisits: now('workplace-visits'),
    referralsAsked: now('referrals-asked'),
    referralsHeld: now('referrals-held'),
    referralWaiting: now('referral-waiting'),
  };
};

const inTime = (share: ReportCell | undefined): PrintedFigure => {
  if (!share?.shown) return printed(share);
  return share.numerator ?? 'below-five';
};

const spanOf = ({ from, to }: ReportSpan): Period => ({ from: localDate(from), to: localDate(to) });

const documentOf = (
  report: PartnershipReportView,
  { content, pack }: { readonly content: ReportContent; readonly pack: PackPaper },
  language: Language,
): PartnershipReportDocument => {
  const labels = partnershipReportLabels(language);
  const whole = content.groups.find((group) => group.kind === 'partnership');
  if (!whole && pack.showsFigures) throw new Error('a report is about its partnership');
  return {
    language,
    labels,
    pack,
    partnership: content.partnership,
    parties: content.parties,
    period: spanOf(report),
    comparison: content.comparison && spanOf(content.comparison),
    basis: labels.calendarImputed,
    absenceKnownUntil: content.knownUntil === null ? null : localDate(content.knownUntil),
    createdAt: new Date(report.createdAt),
    workplaces: content.groups
      .filter((group) => group.kind === 'workplace')
      .map((group) => figuresOf(group.figures, group.name)),
    comparisons: content.groups
      .filter((group) => group.kind === 'comparison')
      .map((group) =>
        figuresOf(group.figures, group.sector === null ? '' : labels.comparedBySector[group.sector]),
      ),
    total: figuresOf(whole?.figures ?? [], labels.allWorkplaces),
    trend: content.trend.map((month) => ({
      month: localDate(month.month),
      absenceRate: printed(month.now),
      absenceRateYearEarlier: printed(month.yearEarlier),
      isProvisional: month.provisional,
    })),
  };
};

const workbookOf = async (document: PartnershipReportDocument): Promise<Uint8Array> => {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writePartnershipWorkbook(document, stream)]);
  return bytes;
};

/** The stored report with its pack as a file: in words of a language, JSON as it is stored. */
export const renderReport = async (
  report: PartnershipReportView,
  pack: PackPaper,
  { format, language }: { readonly format: DocumentFormat; readonly language: Language },
): Promise<Uint8Array> => {
  const { content } = report;
  if (format === 'json' || content === null) return Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
  const document = documentOf(report, { content, pack }, language);
  if (format === 'csv') return buffer(packValues(content, document));
  return format === 'pdf' ? renderPartnershipReport(document) : workbookOf(document);
};
