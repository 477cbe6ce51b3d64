import { formOf, type FigureForm } from '../../partnerships/index.js';
import { hiddenAs, type FigureText } from '../figure-text.js';
import type { PackTrack } from './domain/pack.js';
import type { Asked } from './pack-paper.js';
import { trackWords } from './pack-track-words.js';

const written = (form: FigureForm, text: FigureText): ((value: number) => string) => {
  if (form === 'percent') return (value) => text.percent(value);
  return form === 'decimal' ? text.decimal : text.count;
};

const figureTextOf = (figure: PackTrack, { text, language }: Asked): string => {
  const { measure, value, low, high, of, bound } = figure;
  if (value === null) return text.count(hiddenAs(bound));
  const write = written(formOf(measure), text);
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
