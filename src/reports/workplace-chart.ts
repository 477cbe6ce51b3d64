import { figureText, isShown, type FigureText } from './figure-text.js';
import type { PartnershipReportDocument, WorkplaceFigures } from './partnership-report.document.js';
import { COLOURS, drawing, element, line, words } from './svg.js';

const WIDTH = 660;
const LEFT = 214;
const RIGHT = 64;
const TOP = 28;
const ROW = 23;
const BAR = 12;
/** Room for a figure between its bar and a mark. */
const FIGURE = 48;
/** Letters of a name that find room beside its bar. */
const NAME_LENGTH = 36;

const yearEarlier = ({ absenceRate, absenceRateChange }: WorkplaceFigures): number | null =>
  isShown(absenceRate) && isShown(absenceRateChange) ? absenceRate - absenceRateChange : null;

const shortened = (name: string): string =>
  name.length <= NAME_LENGTH ? name : `${name.slice(0, NAME_LENGTH - 1).trimEnd()}…`;

const mark = (x: number, middle: number): string => {
  const reach = BAR / 2 + 3;
  return line(x, middle - reach, x, middle + reach, { stroke: COLOURS.ink, 'stroke-width': 2 });
};

const bar = (y: number, width: number): string =>
  element('rect', { x: LEFT, y, width, height: BAR, rx: 2, fill: COLOURS.now });

const rowOf = (
  row: WorkplaceFigures,
  middle: number,
  lengthOf: (rate: number) => number,
  text: FigureText,
): string => {
  const now = isShown(row.absenceRate) ? lengthOf(row.absenceRate) : null;
  const earlier = yearEarlier(row);
  const before = earlier === null ? null : lengthOf(earlier);
  const length = now ?? 0;
  // The figure stands right behind its bar, and behind the mark where that comes too close.
  const reach = LEFT + (before !== null && before > length - 8 && before < length + FIGURE ? before : length);
  return [
    words(LEFT - 10, middle + 4, shortened(row.name), { 'text-anchor': 'end', fill: COLOURS.ink }),
    now === null ? '' : bar(middle - BAR / 2, now),
    before === null ? '' : mark(LEFT + before, middle),
    words(reach + 8, middle + 4, text.percent(row.absenceRate, 1), { fill: COLOURS.ink }),
  ].join('');
};

const legend = (now: string, before: string | null): string => {
  const second = LEFT + 48 + now.length * 6;
  const first = [bar(4, 20), words(LEFT + 26, 14, now)];
  return (before === null ? first : [...first, mark(second, 10), words(second + 8, 14, before)]).join('');
};

/** A bar for every workplace, and a mark where it stood a year earlier. */
export const workplaceChart = ({ workplaces, labels, language }: PartnershipReportDocument): string => {
  const text = figureText(language, labels.noFigure);
  const earlier = workplaces.flatMap((row) => yearEarlier(row) ?? []);
  const longest = Math.max(0.01, ...workplaces.map((row) => row.absenceRate).filter(isShown), ...earlier);
  const lengthOf = (rate: number): number => (rate / longest) * (WIDTH - LEFT - RIGHT);
  const height = TOP + ROW * workplaces.length + 4;
  return drawing(WIDTH, height, [
    legend(labels.thisPeriod, earlier.length > 0 ? labels.yearEarlier : null),
    line(LEFT, TOP, LEFT, height - 4),
    ...workplaces.map((row, index) => rowOf(row, TOP + ROW * (index + 0.5), lengthOf, text)),
  ]);
};
