import type { TrackMeasure } from '../../partnerships/index.js';
import type { FigureText } from '../figure-text.js';
import type { PackTrack } from './domain/pack.js';
import type { Asked } from './pack-paper.js';
import { trackWords } from './pack-track-words.js';

const PERCENTS: readonly TrackMeasure[] = [
  'follow-ups-in-time',
  'returned-13',
  'returned-26',
  'returned-52',
  'same-coach',
  'course-attendance',
  'competence-held',
];
const DECIMALS: readonly TrackMeasure[] = ['case-length', 'coach-load', 'caseworker-load', 'coach-changes'];

const written = (measure: TrackMeasure, text: FigureText): ((value: number) => string) => {
  if (PERCENTS.includes(measure)) return (value) => text.percent(value);
  return DECIMALS.includes(measure) ? (value) => text.decimal(value) : (value) => text.count(value);
};

const hiddenText = ({ measure, reason }: PackTrack, text: FigureText): string => {
  const isCount = !PERCENTS.includes(measure) && !DECIMALS.includes(measure) && measure !== 'median-weeks';
  return text.count(reason === 'small-count' && isCount ? 'below-five' : 'protected');
};

const figureTextOf = (figure: PackTrack, { text, language }: Asked): string => {
  const { measure, value, low, high, of } = figure;
  if (value === null) return hiddenText(figure, text);
  const write = written(measure, text);
  const range = low === null || high === null ? '' : ` (${write(low)}–${write(high)})`;
  const base = of === null ? '' : ` ${trackWords(language).of(text.count(of))}`;
  return `${write(value)}${range}${base}`;
};

/** The three tracks' figures of the period: those that are measured, hidden ones as such. */
export const trackRows = (asked: Asked): string[][] => {
  const words = trackWords(asked.language);
  return asked.content.tracks
    .filter(({ reason }) => reason !== 'nothing')
    .map((figure) => [
      words.measures[figure.measure],
      words.tracks[figure.track],
      figureTextOf(figure, asked),
    ]);
};
