import type { Language } from '../../access/index.js';
import type { SurveyReason } from '../../disclosure/index.js';
import type { XlsxColumn, XlsxValue } from '../../platform/documents/xlsx.js';
import type { ScaleCellView, UnitResultView, ResultScaleView } from './results.view.js';

interface SheetWords {
  readonly sheet: string;
  readonly note: string;
  readonly whole: string;
  readonly unit: string;
  readonly above: string;
  readonly invited: string;
  readonly answered: string;
  readonly rate: string;
  readonly score: string;
  readonly low: string;
  readonly high: string;
  readonly change: string;
  readonly reasons: Readonly<Record<SurveyReason, string>>;
  readonly lines: readonly string[];
}

const WORDS: Readonly<Record<Language, SheetWords>> = {
  da: {
    sheet: 'Trivsel',
    note: 'Om tallene',
    whole: 'Hele arbejdspladsen',
    unit: 'Enhed',
    above: 'Enheden over',
    invited: 'Inviterede',
    answered: 'Besvarelser',
    rate: 'Svarprocent',
    score: 'score',
    low: 'fra (95 %)',
    high: 'til (95 %)',
    change: 'ændring',
    reasons: {
      nothing: 'ingen svar',
      'too-few-invited': 'for få inviterede',
      'too-few-answers': 'for få svar',
      'low-response': 'for lav svarprocent',
      unanimous: 'beskyttet',
      complementary: 'beskyttet',
    },
    lines: [
      'Scorer går fra 0 til 100. Intervallet er 95 % og regner med, at en stor del af de inviterede har svaret.',
      'Under 60 % svar: tolk med forsigtighed. Under 40 % eller under mindstetallet vises ingen rapport om enheden.',
      'Beskyttet: tallet er skjult, så et andet skjult tal ikke kan regnes ud.',
    ],
  },
  en: {
    sheet: 'Well-being',
    note: 'About the figures',
    whole: 'The whole workplace',
    unit: 'Unit',
    above: 'Unit above',
    invited: 'Invited',
    answered: 'Answers',
    rate: 'Response rate',
    score: 'score',
    low: 'from (95%)',
    high: 'to (95%)',
    change: 'change',
    reasons: {
      nothing: 'no answers',
      'too-few-invited': 'too few invited',
      'too-few-answers': 'too few answers',
      'low-response': 'response too low',
      unanimous: 'protected',
      complementary: 'protected',
    },
    lines: [
      'Scores go from 0 to 100. The interval is 95% and takes into account that a large part of those invited answered.',
      'Below 60% response: read with care. Below 40% or the minimum there is no report about a unit.',
      'Protected: hidden so that another hidden figure cannot be worked out.',
    ],
  },
};

export const sheetWords = (language: Language): SheetWords => WORDS[language];

/** Unit, invited, answers, response; for each scale its score, interval and change. */
export const resultColumns = (scales: readonly ResultScaleView[], language: Language): XlsxColumn[] => {
  const words = WORDS[language];
  return [
    { header: words.unit, width: 36 },
    { header: words.above, width: 30 },
    { header: words.invited, width: 12, format: 'integer' },
    { header: words.answered, width: 12, format: 'integer' },
    { header: words.rate, width: 12, format: 'percent' },
    ...scales.flatMap(({ name }): XlsxColumn[] =>
      [words.score, words.low, words.high, words.change].map((what) => ({
        header: `${name[language]}, ${what}`,
        width: 14,
        format: 'decimal',
      })),
    ),
  ];
};

const cellValues = (cell: ScaleCellView, language: Language): XlsxValue[] =>
  cell.reason === null
    ? [cell.mean, cell.low, cell.high, cell.change?.difference ?? null]
    : [WORDS[language].reasons[cell.reason], null, null, null];

export const resultRow = (unit: UnitResultView, language: Language): XlsxValue[] => [
  unit.unitId === null ? WORDS[language].whole : unit.name,
  unit.above ?? '',
  unit.invited,
  unit.answered,
  unit.rate,
  ...unit.scales.flatMap((cell) => cellValues(cell, language)),
];
