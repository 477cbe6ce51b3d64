import type { Readable } from 'node:stream';
import { writeCsv, type CsvValue } from '../../platform/documents/csv.js';
import type { PartnershipReportDocument } from '../partnership-report.document.js';
import type { ReportCell, ReportContent, ReportGroup } from '../reports.view.js';

/** Names stand in the file as the API has them: a file of values is read by programs. */
const COLUMNS = [
  'part',
  'line',
  'employer',
  'figure',
  'month',
  'value',
  'numerator',
  'denominator',
  'year_earlier',
  'hidden',
  'provisional',
];

const cells = (now: ReportCell, before: ReportCell | null): CsvValue[] => [
  now.value,
  now.numerator,
  now.denominator,
  before?.value ?? null,
  now.reason ?? '',
];

const figureRows = (group: ReportGroup, name: string): CsvValue[][] =>
  group.figures.map(({ measure, now, yearEarlier }) => [
    group.kind,
    name,
    group.employer ?? '',
    measure,
    '',
    ...cells(now, yearEarlier),
    '',
  ]);

/** A pack as values, one a row: the figures of its report, hidden ones with the reason, then its words. */
export const packValues = (content: ReportContent, { pack, labels }: PartnershipReportDocument): Readable => {
  const nameOf = ({ kind, name, sector }: ReportGroup): string =>
    kind === 'comparison' && sector !== null ? labels.comparedBySector[sector] : name;
  return writeCsv(COLUMNS, [
    ...content.groups.flatMap((group) => figureRows(group, nameOf(group))),
    ...content.trend.map(({ month, now, yearEarlier, provisional }) => [
      'trend',
      content.partnership,
      '',
      'absence-rate',
      month.slice(0, 7),
      ...cells(now, yearEarlier),
      provisional ? 'yes' : 'no',
    ]),
    ...pack.summary.map((said) => ['summary', said]),
    ...pack.tables.flatMap(({ key, rows }) => rows.map((row) => [key, ...row])),
  ]);
};
