import { figureText, isShown } from './figure-text.js';
import type { PartnershipReportDocument, ReportFigure, TrendMonth } from './partnership-report.document.js';
import { COLOURS, drawing, element, line, scaleOf, words } from './svg.js';

const WIDTH = 660;
const LEFT = 36;
const RIGHT = 12;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOpen: boolean;
}

/** Months without a figure part the line. */
const stretchesOf = (points: readonly (Point | null)[]): readonly (readonly Point[])[] => {
  const stretches: Point[][] = [[]];
  for (const point of points) {
    if (point) stretches.at(-1)?.push(point);
    else stretches.push([]);
  }
  return stretches.filter((stretch) => stretch.length > 0);
};

const curve = (points: readonly (Point | null)[], colour: string, dash: string): string =>
  stretchesOf(points)
    .map((stretch) => {
      const path = stretch.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
      const style = { fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linejoin': 'round' };
      return element('polyline', {
        points: path,
        ...style,
        ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
      });
    })
    .join('');

/** A month between two that are hidden would leave no trace of a line. */
const alone = (points: readonly (Point | null)[]): Point[] =>
  stretchesOf(points).flatMap((stretch) => (stretch.length === 1 ? stretch : []));

const dots = (points: readonly (Point | null)[], colour: string): string =>
  points
    .flatMap((point) => point ?? [])
    .map(({ x, y, isOpen }) => {
      return element('circle', {
        cx: x,
        cy: y,
        r: 3.2,
        fill: isOpen ? '#ffffff' : colour,
        stroke: colour,
        'stroke-width': 1.6,
      });
    })
    .join('');

const legend = (y: number, now: string, before: string | null): string => {
  const second = LEFT + 44 + now.length * 6;
  const first = [
    line(LEFT, y, LEFT + 20, y, { stroke: COLOURS.now, 'stroke-width': 2 }),
    words(LEFT + 26, y + 4, now),
  ];
  if (before === null) return first.join('');
  return [
    ...first,
    line(second, y, second + 20, y, { stroke: COLOURS.before, 'stroke-width': 2, 'stroke-dasharray': '4 3' }),
    words(second + 26, y + 4, before),
  ].join('');
};

/** The rate of every month beside that of the same month a year earlier; provisional months with open marks. */
export const trendChart = ({ trend, labels, language }: PartnershipReportDocument): string => {
  const [height, top, bottom] = [210, 34, 184];
  const text = figureText(language, labels.noFigure);
  const rates = trend.flatMap((month) => [month.absenceRate, month.absenceRateYearEarlier]).filter(isShown);
  const ticks = scaleOf(Math.max(0.01, ...rates));
  const highest = ticks.at(-1) ?? 1;
  // Half per cents between whole ones would be written alike.
  const decimals = (ticks[1] ?? 1) < 0.01 ? 1 : 0;
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, trend.length);
  const xOf = (index: number): number => LEFT + step * (index + 0.5);
  const yOf = (rate: number): number => bottom - (rate / highest) * (bottom - top);
  const pointsOf = (figureOf: (month: TrendMonth) => ReportFigure): (Point | null)[] =>
    trend.map((month, index) => {
      const figure = figureOf(month);
      return isShown(figure) ? { x: xOf(index), y: yOf(figure), isOpen: month.isProvisional } : null;
    });
  const now = pointsOf((month) => month.absenceRate);
  const before = pointsOf((month) => month.absenceRateYearEarlier);
  const every = Math.ceil(trend.length / 12);
  return drawing(WIDTH, height, [
    legend(10, labels.thisPeriod, before.some((point) => point !== null) ? labels.yearEarlier : null),
    ...ticks.map((tick) => line(LEFT, yOf(tick), WIDTH - RIGHT, yOf(tick))),
    ...ticks.map((tick) =>
      words(LEFT - 6, yOf(tick) + 4, text.percent(tick, decimals), { 'text-anchor': 'end' }),
    ),
    ...trend
      .filter((_, index) => index % every === 0)
      .map(({ month }, index) =>
        words(xOf(index * every), height - 8, text.shortMonth(month), { 'text-anchor': 'middle' }),
      ),
    curve(before, COLOURS.before, '4 3'),
    dots(alone(before), COLOURS.before),
    curve(now, COLOURS.now, ''),
    dots(now, COLOURS.now),
  ]);
};
