import type { Writable } from 'node:stream';
import {
  writeWorkbook,
  type XlsxColumn,
  type XlsxNote,
  type XlsxSheet,
  type XlsxValue,
} from '../platform/documents/xlsx.js';
import { figureText } from './figure-text.js';
import type {
  PartnershipReportDocument,
  ReportFigure,
  WorkplaceFigures,
} from './partnership-report.document.js';
import { viewOf } from './partnership-report.view.js';

type FigureColumn = readonly [
  heading: string,
  figure: (row: WorkplaceFigures) => ReportFigure,
  format: XlsxColumn['format'],
];

const absenceColumns = ({ labels }: PartnershipReportDocument): readonly FigureColumn[] => [
  [labels.absenceRate, (row) => row.absenceRate, 'percent'],
  [`${labels.absenceRate}, ${labels.change}`, (row) => row.absenceRateChange, 'percent'],
  [labels.daysPerFte, (row) => row.daysPerFte, 'decimal'],
  [`${labels.daysPerFte}, ${labels.change}`, (row) => row.daysPerFteChange, 'decimal'],
  [`${labels.spellsPerPersonYear}, ${labels.spellsEnded}`, (row) => row.spellsEndedPerPersonYear, 'decimal'],
  [`${labels.spellsPerPersonYear}, ${labels.spellsBegun}`, (row) => row.spellsBegunPerPersonYear, 'decimal'],
  [`${labels.daysByLength}, ${labels.short}`, (row) => row.shareOfDaysShort, 'percent'],
  [`${labels.daysByLength}, ${labels.middle}`, (row) => row.shareOfDaysMiddle, 'percent'],
  [`${labels.daysByLength}, ${labels.long}`, (row) => row.shareOfDaysLong, 'percent'],
];

const activityColumns = ({ labels }: PartnershipReportDocument): readonly FigureColumn[] => [
  [`${labels.signals}, ${labels.signalsRaised}`, (row) => row.signalsRaised, 'integer'],
  [`${labels.signals}, ${labels.signalsDue}`, (row) => row.signalsDue, 'integer'],
  [`${labels.signals}, ${labels.learnedLate}`, (row) => row.learnedLate, 'integer'],
  [`${labels.contact}, ${labels.inTime}`, (row) => row.contactedInTime, 'integer'],
  [`${labels.contact}, ${labels.inTimeShare}`, (row) => row.contactedInTimeShare, 'percent'],
  [`${labels.contact}, ${labels.contactAttempted}`, (row) => row.contactAttempted, 'integer'],
  [`${labels.contact}, ${labels.recordedLate}`, (row) => row.recordedLate, 'integer'],
  [`${labels.cases}, ${labels.casesOpened}`, (row) => row.casesOpened, 'integer'],
  [`${labels.cases}, ${labels.casesClosed}`, (row) => row.casesClosed, 'integer'],
  [`${labels.ofUnits}, ${labels.unitCasesOpened}`, (row) => row.unitCasesOpened, 'integer'],
  [`${labels.ofUnits}, ${labels.workplaceVisits}`, (row) => row.workplaceVisits, 'integer'],
  [`${labels.referrals}, ${labels.referralsAsked}`, (row) => row.referralsAsked, 'integer'],
  [`${labels.referrals}, ${labels.referralsHeld}`, (row) => row.referralsHeld, 'integer'],
  [`${labels.referrals}, ${labels.referralWaiting}`, (row) => row.referralWaiting, 'decimal'],
];

interface FigureSheet {
  readonly name: string;
  readonly workplace: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly WorkplaceFigures[];
}

const figureSheet = (
  { name, workplace, columns, rows }: FigureSheet,
  cell: (figure: ReportFigure) => XlsxValue,
): XlsxSheet => ({
  name,
  columns: [
    { header: workplace, width: 36 },
    ...columns.map(([header, , format]) => ({ header, width: 14, format: format ?? 'text' })),
  ],
  rows: rows.map((row) => [row.name, ...columns.map(([, figure]) => cell(figure(row)))]),
});

/** What the workplaces' absence was, what that of others was, and what was done. */
const figureSheets = (report: PartnershipReportDocument): FigureSheet[] => {
  const { labels, workplaces, total, comparisons } = report;
  const { workplace } = labels;
  const [absence, activity] = [absenceColumns(report), activityColumns(report)];
  const rows = [...workplaces, total];
  return [
    { name: labels.absenceHeading, workplace, columns: absence, rows },
    { name: labels.comparisonHeading, workplace, columns: absence, rows: comparisons },
    { name: labels.activityHeading, workplace, columns: activity, rows },
  ].filter((sheet) => sheet.rows.length > 0);
};

const trendSheet = (
  { labels, trend }: PartnershipReportDocument,
  cell: (figure: ReportFigure) => XlsxValue,
): XlsxSheet => ({
  name: labels.trendHeading,
  columns: [
    { header: labels.month, width: 14, format: 'date' },
    { header: labels.thisPeriod, width: 14, format: 'percent' },
    { header: labels.yearEarlier, width: 14, format: 'percent' },
    { header: labels.status, width: 14 },
  ],
  rows: trend.map(({ month, absenceRate, absenceRateYearEarlier, isProvisional }) => [
    new Date(`${month}T00:00:00Z`),
    cell(absenceRate),
    cell(absenceRateYearEarlier),
    isProvisional ? labels.isProvisional : '',
  ]),
});

/** Each table of the pack as it is printed. */
const packSheets = ({ pack }: PartnershipReportDocument): XlsxSheet[] =>
  pack.tables.map(({ heading, columns, rows, empty }) => ({
    name: heading,
    columns: columns.map((header) => ({ header, width: 28, format: 'text' as const })),
    rows: rows.length > 0 ? rows : [[empty]],
  }));

const inShort = ({ pack }: PartnershipReportDocument): XlsxNote => ({
  name: pack.heading,
  lines: pack.summary,
});

const noteSheet = (report: PartnershipReportDocument): XlsxNote => {
  const { labels, partnership, period, parties, notices, footnotes, definitions } = viewOf(report);
  return {
    name: labels.definitionsHeading,
    lines: [
      `${report.pack.kicker}: ${partnership}, ${period}`,
      parties,
      ...notices,
      labels.activityNote,
      ...footnotes,
      ...definitions.map(({ term, text }) => `${term}: ${text}`),
    ],
  };
};

/** The report as a workbook: the same figures as on paper, hidden ones hidden alike. */
export const writePartnershipWorkbook = (report: PartnershipReportDocument, out: Writable): Promise<void> => {
  const text = figureText(report.language, report.labels.noFigure);
  const cell = (figure: ReportFigure): XlsxValue =>
    typeof figure === 'number' ? figure : text.count(figure);
  const { pack } = report;
  const figures = figureSheets(report).map((sheet) => figureSheet(sheet, cell));
  const shown = pack.showsFigures ? [...figures, trendSheet(report, cell)] : [];
  return writeWorkbook([...shown, inShort(report), ...packSheets(report), noteSheet(report)], out);
};
