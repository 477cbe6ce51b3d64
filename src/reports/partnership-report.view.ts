import { dayOf } from '../shared/local-date.js';
import { figureText, type FigureText } from './figure-text.js';
import type {
  PartnershipReportDocument,
  ReportFigure,
  WorkplaceFigures,
} from './partnership-report.document.js';
import type { PackPaper } from './packs/pack-paper.js';
import type { PartnershipReportLabels } from './partnership-report.labels.js';

interface Tile {
  readonly label: string;
  readonly value: string;
  readonly change: string;
}

type HeaderCell = string | { readonly words: string; readonly span: number };

interface FigureTable {
  readonly header: readonly HeaderCell[];
  readonly rows: readonly (readonly string[])[];
}

/** The report as its template prints it: words only. */
export interface PartnershipReportView {
  readonly labels: PartnershipReportLabels;
  readonly pack: PackPaper;
  readonly partnership: string;
  readonly parties: string;
  readonly period: string;
  readonly footer: string;
  readonly tiles: readonly Tile[];
  readonly notices: readonly string[];
  readonly trendInWords: string;
  readonly workplacesInWords: string;
  readonly absence: FigureTable;
  /** Without rows where nothing is compared with. */
  readonly comparison: FigureTable;
  readonly activity: FigureTable;
  /** Cases about units, visits and referrals. */
  readonly help: FigureTable;
  readonly footnotes: readonly string[];
  readonly definitions: PartnershipReportLabels['definitions'];
}

const fill = (label: string, values: Readonly<Record<string, string>>): string =>
  label.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const tilesOf = ({ labels, total }: PartnershipReportDocument, text: FigureText): readonly Tile[] => {
  const against = (label: string, figure: ReportFigure, written: (figure: ReportFigure) => string): string =>
    typeof figure === 'number' ? fill(label, { change: written(figure) }) : labels.noComparison;
  return [
    {
      label: labels.absenceRate,
      value: text.percent(total.absenceRate, 1),
      change: against(labels.pointsAgainst, total.absenceRateChange, text.changeInPoints),
    },
    {
      label: labels.daysPerFte,
      value: text.decimal(total.daysPerFte),
      change: against(labels.changeAgainst, total.daysPerFteChange, text.change),
    },
    {
      label: labels.spellsPerPersonYear,
      value: text.decimal(total.spellsEndedPerPersonYear),
      change: `${text.decimal(total.spellsBegunPerPersonYear)} ${labels.spellsBegun}`,
    },
    {
      label: labels.contactedInTime,
      value: text.percent(total.contactedInTimeShare),
      change: fill(labels.ofSignals, { count: text.count(total.signalsDue) }),
    },
  ];
};

const noticesOf = (report: PartnershipReportDocument, text: FigureText): readonly string[] => {
  const { labels, comparison, basis, absenceKnownUntil, createdAt, trend } = report;
  const provisional = trend.filter((month) => month.isProvisional).map((month) => text.month(month.month));
  const created = text.day(dayOf(createdAt));
  return [
    ...(provisional.length > 0 ? [fill(labels.provisional, { months: text.list(provisional) })] : []),
    fill(labels.basis, { basis }),
    ...(comparison ? [fill(labels.comparedWith, { comparison: text.days(comparison) })] : []),
    absenceKnownUntil === null
      ? fill(labels.knownUntilNoDay, { created })
      : fill(labels.knownUntil, { day: text.day(absenceKnownUntil), created }),
  ];
};

const absenceRow = (row: WorkplaceFigures, text: FigureText): readonly string[] => [
  row.name,
  text.percent(row.absenceRate, 1),
  text.changeInPoints(row.absenceRateChange),
  text.decimal(row.daysPerFte),
  text.change(row.daysPerFteChange),
  text.decimal(row.spellsEndedPerPersonYear),
  text.decimal(row.spellsBegunPerPersonYear),
  text.percent(row.shareOfDaysShort),
  text.percent(row.shareOfDaysMiddle),
  text.percent(row.shareOfDaysLong),
];

const activityRow = (row: WorkplaceFigures, text: FigureText): readonly string[] => [
  row.name,
  text.count(row.signalsRaised),
  text.count(row.signalsDue),
  text.count(row.learnedLate),
  text.count(row.contactedInTime),
  text.percent(row.contactedInTimeShare),
  text.count(row.contactAttempted),
  text.count(row.recordedLate),
  text.count(row.casesOpened),
  text.count(row.casesClosed),
];

const helpRow = (row: WorkplaceFigures, text: FigureText): readonly string[] => [
  row.name,
  text.count(row.unitCasesOpened),
  text.count(row.workplaceVisits),
  text.count(row.referralsAsked),
  text.count(row.referralsHeld),
  text.decimal(row.referralWaiting),
];

const helpHeader = (labels: PartnershipReportLabels): readonly HeaderCell[] => [
  '',
  { words: labels.ofUnits, span: 2 },
  { words: labels.referrals, span: 3 },
  labels.workplace,
  labels.unitCasesOpened,
  labels.workplaceVisits,
  labels.referralsAsked,
  labels.referralsHeld,
  labels.referralWaiting,
];

const absenceHeader = (labels: PartnershipReportLabels): readonly HeaderCell[] => [
  '',
  { words: labels.absenceRate, span: 2 },
  { words: labels.daysPerFte, span: 2 },
  { words: labels.spellsPerPersonYear, span: 2 },
  { words: labels.daysByLength, span: 3 },
  labels.workplace,
  labels.rateUnit,
  labels.change,
  '',
  labels.change,
  labels.spellsEnded,
  labels.spellsBegun,
  labels.short,
  labels.middle,
  labels.long,
];

const activityHeader = (labels: PartnershipReportLabels): readonly HeaderCell[] => [
  '',
  { words: labels.signals, span: 3 },
  { words: labels.contact, span: 4 },
  { words: labels.cases, span: 2 },
  labels.workplace,
  labels.signalsRaised,
  labels.signalsDue,
  labels.learnedLate,
  labels.inTime,
  labels.inTimeShare,
  labels.contactAttempted,
  labels.recordedLate,
  labels.casesOpened,
  labels.casesClosed,
];

const footnotesOf = ({
  labels,
  workplaces,
  total,
  comparisons,
}: PartnershipReportDocument): readonly string[] => {
  const figures = [...workplaces, total, ...comparisons].flatMap((row): unknown[] => Object.values(row));
  return [
    ...(figures.includes('below-five') ? [labels.belowFive] : []),
    ...(figures.includes('protected') ? [labels.protected] : []),
  ];
};

/** A chart for those who hear it: its heading and every figure in it. */
const inWords = (heading: string, entries: readonly (readonly [name: string, figure: string])[]): string =>
  `${heading}: ${entries.map(([name, figure]) => `${name} ${figure}`).join(', ')}.`;

export const viewOf = (report: PartnershipReportDocument): PartnershipReportView => {
  const { labels, pack, partnership, parties, workplaces, total, trend } = report;
  const text = figureText(report.language, labels.noFigure);
  const rows = [...workplaces, total];
  const period = text.days(report.period);
  return {
    labels,
    pack,
    partnership,
    parties: parties.join('  ·  '),
    period,
    footer: `${partnership}, ${period}`,
    tiles: tilesOf(report, text),
    notices: noticesOf(report, text),
    trendInWords: inWords(
      labels.trendHeading,
      trend.map((month) => [text.month(month.month), text.percent(month.absenceRate, 1)]),
    ),
    workplacesInWords: inWords(
      labels.workplacesHeading,
      workplaces.map((row) => [row.name, text.percent(row.absenceRate, 1)]),
    ),
    absence: { header: absenceHeader(labels), rows: rows.map((row) => absenceRow(row, text)) },
    comparison: {
      header: absenceHeader(labels),
      rows: report.comparisons.map((row) => absenceRow(row, text)),
    },
    activity: { header: activityHeader(labels), rows: rows.map((row) => activityRow(row, text)) },
    help: { header: helpHeader(labels), rows: rows.map((row) => helpRow(row, text)) },
    footnotes: footnotesOf(report),
    definitions: labels.definitions,
  };
};
