import { CHART_COLOURS } from '../../app/theme';
import type { ChartOption } from '../../ui/chart-engine';
import type { Format } from '../../ui/format';
import type { Payment } from './views';

const AXIS_TEXT = { color: CHART_COLOURS.text, fontFamily: 'IBM Plex Sans', fontSize: 11 };

type Texts = { asked: string; recommended: string; effect: string };

export const kroner = (oere: number): number => oere / 100;

/** Thousands and millions shorten the axis. */
export const shortKroner = (amount: number, format: Format): string => {
  if (Math.abs(amount) >= 1e6) return `${format.number(amount / 1e6, 1)} mio.`;
  return format.number(amount);
};

const points = (rows: readonly Payment[], of: (row: Payment) => number): [number, number][] =>
  rows.map((row) => [row.effect, kroner(of(row))]);

const line = (name: string, data: [number, number][], colour: string, dashed = false) => ({
  type: 'line',
  name,
  data,
  showSymbol: false,
  lineStyle: { color: colour, width: dashed ? 1.75 : 2.25, type: dashed ? [4, 4] : 'solid' },
  itemStyle: { color: colour },
});

/** The space between two lines: an unseen one, and what lies on it. */
const band = (rows: readonly Payment[]) => [
  {
    ...line(
      'low',
      points(rows, (row) => row.low),
      'transparent',
    ),
    stack: 'band',
    silent: true,
    tooltip: { show: false },
  },
  {
    ...line(
      'band',
      points(rows, (row) => row.high - row.low),
      'transparent',
    ),
    stack: 'band',
    silent: true,
    areaStyle: { color: CHART_COLOURS.now, opacity: 0.12 },
    tooltip: { show: false },
  },
];

/** What a year pays for each true effect, and how far that is spread. */
export const paymentsOption = (
  asked: readonly Payment[],
  recommended: readonly Payment[],
  format: Format,
  texts: Texts,
): ChartOption => ({
  grid: { left: 8, right: 20, top: 14, bottom: 4, containLabel: true },
  tooltip: {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    textStyle: { fontFamily: 'IBM Plex Sans', fontSize: 12 },
    formatter: (found: { dataIndex: number }[]): string => {
      const place = found[0]?.dataIndex ?? 0;
      const [row, other] = [asked[place], recommended[place]];
      if (row === undefined) return '';
      return [
        `${texts.effect} ${format.percent(row.effect)}`,
        `${texts.asked}: ${format.number(kroner(row.mean))}`,
        ...(other ? [`${texts.recommended}: ${format.number(kroner(other.mean))}`] : []),
      ].join('\n');
    },
  },
  xAxis: {
    type: 'value',
    min: asked[0]?.effect ?? 0,
    max: asked.at(-1)?.effect ?? 0,
    axisLabel: { ...AXIS_TEXT, formatter: (share: number) => format.percent(share, 0), hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: CHART_COLOURS.grid } },
    splitLine: { show: false },
  },
  yAxis: {
    type: 'value',
    min: 0,
    axisLabel: { ...AXIS_TEXT, formatter: (amount: number) => shortKroner(amount, format) },
    splitLine: { lineStyle: { color: CHART_COLOURS.grid } },
    splitNumber: 4,
  },
  series: [
    ...band(asked),
    line(
      texts.asked,
      points(asked, (row) => row.mean),
      CHART_COLOURS.now,
    ),
    line(
      texts.recommended,
      points(recommended, (row) => row.mean),
      CHART_COLOURS.before,
      true,
    ),
  ],
});
