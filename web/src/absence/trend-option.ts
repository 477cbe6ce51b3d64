import { CHART_COLOURS } from '../app/theme';
import type { ChartOption } from '../ui/chart-engine';
import type { Format } from '../ui/format';
import type { MonthFigure } from './views';

const AXIS_TEXT = { color: CHART_COLOURS.text, fontFamily: 'IBM Plex Sans', fontSize: 11 };

type Texts = { now: string; before: string; provisional: string };

/** Provisional months are dashed, and begin where the last settled month ends. */
const settled = (months: MonthFigure[]) => months.map((one) => (one.provisional ? null : one.absenceRate));
const unsettled = (months: MonthFigure[]) =>
  months.map((one, index) =>
    one.provisional || months[index + 1]?.provisional === true ? one.absenceRate : null,
  );

const lineOf = (name: string, data: (number | null)[], colour: string, dashed: boolean) => ({
  type: 'line',
  name,
  data,
  showSymbol: dashed && colour === CHART_COLOURS.now,
  symbol: 'emptyCircle',
  symbolSize: 6,
  lineStyle: {
    color: colour,
    width: colour === CHART_COLOURS.now ? 2.25 : 1.5,
    type: dashed ? [4, 4] : 'solid',
  },
  itemStyle: { color: colour },
});

const tooltip = (months: MonthFigure[], format: Format, texts: Texts) => ({
  trigger: 'axis',
  renderMode: 'richText',
  confine: true,
  textStyle: { fontFamily: 'IBM Plex Sans', fontSize: 12 },
  formatter: (points: { dataIndex: number }[]): string => {
    const month = months[points[0]?.dataIndex ?? 0];
    if (month === undefined) return '';
    const note = month.provisional ? ` (${texts.provisional})` : '';
    const lines = [
      `${format.month(month.month)}${note}`,
      `${texts.now}: ${format.percent(month.absenceRate)}`,
    ];
    if (month.previousRate !== null) lines.push(`${texts.before}: ${format.percent(month.previousRate)}`);
    return lines.join('\n');
  },
});

/** The absence rate month by month, with the year before behind it. */
export const trendOption = (months: MonthFigure[], format: Format, texts: Texts): ChartOption => ({
  grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
  tooltip: tooltip(months, format, texts),
  xAxis: {
    type: 'category',
    boundaryGap: false,
    data: months.map((one) => format.month(one.month)),
    axisLabel: { ...AXIS_TEXT, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: CHART_COLOURS.grid } },
  },
  yAxis: {
    type: 'value',
    min: 0,
    axisLabel: { ...AXIS_TEXT, formatter: (share: number) => format.percent(share, 0) },
    splitLine: { lineStyle: { color: CHART_COLOURS.grid } },
    splitNumber: 4,
  },
  series: [
    lineOf(
      texts.before,
      months.map((one) => one.previousRate),
      CHART_COLOURS.before,
      false,
    ),
    lineOf(texts.now, settled(months), CHART_COLOURS.now, false),
    lineOf(texts.provisional, unsettled(months), CHART_COLOURS.now, true),
  ],
});
