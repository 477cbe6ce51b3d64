import { formOf, type FigureForm } from '../../partnerships/index.js';
import type { FigureText } from '../figure-text.js';
import type { PackTrack } from './domain/pack.js';
import type { Asked } from './pack-paper.js';
import { trackWords } from './pack-track-words.js';

const written = (form: FigureForm, text: FigureText): ((value: number) => string) => {
  if (form === 'percent') return (value) => text.percent(value);
  return form === 'decimal' ? text.decimal : text.count;
};

const hiddenText = (form: FigureForm, { reason }: PackTrack, text: FigureText): string =>
  text.count(reason === 'small-count' && form === 'count' ? 'below-five' : 'protected');

const figureTextOf = (figure: PackTrack, { text, language }: Asked): string => {
  const { measure, value, low, high, of } = figure;
  const form = formOf(measure);
  if (value === null) return hiddenText(form, figure, text);
  const write = written(form, text);
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
