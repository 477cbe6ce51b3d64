import { localDate } from '../../shared/local-date.js';
import { figureText, type FigureText } from '../figure-text.js';
import type { ReportCell, ReportContent } from '../reports.view.js';
import {
  openBarriers,
  type PackBarrier,
  type PackContent,
  type PackSight,
  type SignOff,
} from './domain/pack.js';
import {
  effectInShort,
  fidelityRows,
  indicatorRows,
  settlementInShort,
  settlementRows,
} from './pack-outcomes.js';
import { trackRows } from './pack-tracks.js';
import { packWords, type PackTableKey, type PackWords } from './pack-words.js';

export interface PackPaperTable {
  readonly key: PackTableKey;
  readonly heading: string;
  readonly note: string;
  readonly columns: string[];
  readonly rows: string[][];
  /** What stands where there are no rows. */
  readonly empty: string;
}

/** A pack in words: the same on screen, on paper, in the workbook and in the file of values. */
export interface PackPaper {
  readonly kicker: string;
  readonly heading: string;
  readonly summary: string[];
  readonly tables: PackPaperTable[];
  readonly showsFigures: boolean;
}

export interface PackOfReader {
  readonly language: 'da' | 'en';
  readonly report: ReportContent;
  readonly content: PackContent;
  readonly sees: PackSight;
  readonly signOffs: readonly SignOff[];
}

export interface Asked extends PackOfReader {
  readonly words: PackWords;
  readonly text: FigureText;
}

const wholeOf = ({ report }: Asked, measure: string) =>
  report.groups
    .find((group) => group.kind === 'partnership')
    ?.figures.find((figure) => figure.measure === measure);

const absenceInShort = (asked: Asked): string[] => {
  const { words, text } = asked;
  const figure = wholeOf(asked, 'absence-rate');
  if (!figure || figure.now.value === null) return [words.absenceHidden];
  const said = words.absence(text.percent(figure.now.value, 1));
  if (figure.change === null) return [`${said} ${words.noComparison}`];
  const points = text.decimal(Math.abs(figure.change) * 100);
  if (points === text.decimal(0)) return [`${said} ${words.unchanged}`];
  return [`${said} ${figure.change < 0 ? words.lower(points) : words.higher(points)}`];
};

const contactInShort = (asked: Asked): string[] => {
  const { words, text } = asked;
  const cell = wholeOf(asked, 'contacted-in-time')?.now;
  if (cell?.reason === 'nothing') return [words.noSignals];
  if (!cell || cell.value === null || cell.denominator === null) return [words.contactHidden];
  return [words.contact(text.percent(cell.value), text.count(cell.denominator))];
};

const isHidden = ({ reason }: ReportCell): boolean => reason !== null && reason !== 'nothing';

/** Figures of the period that are kept back. */
const hiddenFigures = ({ report }: Asked): number =>
  [
    ...report.groups.flatMap((group) => group.figures.map((figure) => figure.now)),
    ...report.trend.map((month) => month.now),
  ].filter(isHidden).length;

const provisionalMonths = ({ report, text }: Asked): string[] =>
  report.provisionalMonths.map((month) => text.month(localDate(month)));

const signedBy = ({ signOffs, words, text }: Asked): string => {
  const parties = [...new Set(signOffs.map(({ party }) => party))];
  return parties.length === 0 ? words.notSigned : words.signed(text.list(parties));
};

const summaryOf = (asked: Asked): string[] => {
  const { sees, content, words, text } = asked;
  const { open, late } = openBarriers(content);
  const months = provisionalMonths(asked);
  return [
    ...(sees.has('figures') ? [...absenceInShort(asked), ...contactInShort(asked)] : []),
    ...(sees.has('effect') ? effectInShort(asked) : []),
    ...(sees.has('money') ? [settlementInShort(asked)] : []),
    ...(sees.has('minutes') ? [words.barriers(open, late)] : []),
    ...(sees.has('figures')
      ? [
          `${months.length > 0 ? words.provisional(text.list(months)) : words.notProvisional} ${words.hidden(hiddenFigures(asked))}`,
        ]
      : []),
    signedBy(asked),
  ];
};

const completenessRows = (asked: Asked): string[][] => {
  const { report, content, words, text } = asked;
  const { completeness } = words;
  const months = provisionalMonths(asked);
  return [
    [
      completeness.knownUntil,
      report.knownUntil === null ? completeness.unknown : text.day(localDate(report.knownUntil)),
    ],
    [completeness.provisional, months.length > 0 ? text.list(months) : completeness.none],
    [completeness.hidden, text.count(hiddenFigures(asked))],
    [
      completeness.contract,
      content.contractVersion === null ? completeness.none : completeness.version(content.contractVersion),
    ],
  ];
};

const statusOf = ({ resolvedOn, dueOn }: PackBarrier, { content, words, text }: Asked): string => {
  if (resolvedOn !== null) return words.resolved(text.day(resolvedOn));
  return dueOn !== null && dueOn < content.madeOn ? words.late : words.open;
};

const barrierRows = (asked: Asked): string[][] =>
  asked.content.barriers.map((barrier) => [
    asked.text.day(barrier.seenOn),
    `${asked.words.barrierKinds[barrier.kind] ?? barrier.kind}: ${barrier.what}`,
    barrier.unit ?? asked.words.everywhere,
    barrier.action,
    [barrier.actionBy, barrier.dueOn === null ? '' : asked.text.day(barrier.dueOn)]
      .filter(Boolean)
      .join(', '),
    statusOf(barrier, asked),
  ]);

const minutesRows = ({ sees, content, words }: Asked): string[][] => {
  const { agenda } = words;
  const basis: [string, string][] = [
    [agenda.approve, ''],
    ...(sees.has('figures') ? [[agenda.figures, agenda.inThisPack] satisfies [string, string]] : []),
    ...(sees.has('effect') ? [[agenda.effect, agenda.inThisPack] satisfies [string, string]] : []),
    ...(sees.has('money') ? [[agenda.settlement, agenda.inThisPack] satisfies [string, string]] : []),
    [agenda.barriers, agenda.openOnes(openBarriers(content).open)],
    [agenda.next, ''],
    [agenda.other, ''],
    [agenda.meeting, ''],
  ];
  return basis.map(([item, on], index) => [`${index + 1}. ${item}`, on, '', '', '']);
};

const instantText = (at: Date, language: 'da' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  }).format(at);

const signOffRows = ({ signOffs, language }: Asked): string[][] =>
  signOffs.map(({ party, name, signedAt }) => [party, name, instantText(signedAt, language)]);

/** Which tables a reader gets: none of what its party may not see. */
const tablesOf = (asked: Asked): [PackTableKey, string[][]][] => {
  const { sees } = asked;
  const tracks = sees.has('figures') ? trackRows(asked) : [];
  return [
    ...(sees.has('figures')
      ? [['completeness', completenessRows(asked)] satisfies [PackTableKey, string[][]]]
      : []),
    // Only where somebody has made them for this very period.
    ...(tracks.length > 0 ? [['tracks', tracks] satisfies [PackTableKey, string[][]]] : []),
    ...(sees.has('effect')
      ? ([
          ['indicators', indicatorRows(asked)],
          ['fidelity', fidelityRows(asked)],
        ] satisfies [PackTableKey, string[][]][])
      : []),
    ...(sees.has('money')
      ? [['settlement', settlementRows(asked)] satisfies [PackTableKey, string[][]]]
      : []),
    ...(sees.has('minutes')
      ? ([
          ['barriers', barrierRows(asked)],
          ['minutes', minutesRows(asked)],
        ] satisfies [PackTableKey, string[][]][])
      : []),
    ['sign-offs', signOffRows(asked)],
  ];
};

/** A pack as one reader may have it, in words. */
export const packPaper = (given: PackOfReader): PackPaper => {
  const words = packWords(given.language);
  const asked: Asked = { ...given, words, text: figureText(given.language, words.noFigure) };
  return {
    kicker: words.kicker,
    heading: words.inShort,
    summary: summaryOf(asked),
    tables: tablesOf(asked).map(([key, rows]) => {
      const { heading, note, columns, empty } = words.tables[key];
      return { key, heading, note, columns: [...columns], rows, empty };
    }),
    showsFigures: given.sees.has('figures'),
  };
};
