import { CHART_COLOURS } from '../../app/theme';
import type { ChartOption } from '../../ui/chart-engine';
import { DAYS, monthOf, type CohortLine, type Drawn } from './cohort-lines';

const AXIS = { color: CHART_COLOURS.text, fontFamily: 'IBM Plex Sans', fontSize: 11 };

/** Told apart by the sign of their points too, not by colour alone. */
export const LOOK = {
  all: { colour: CHART_COLOURS.now, symbol: 'circle' },
  most: { colour: CHART_COLOURS.now, symbol: 'circle' },
  fewer: { colour: '#b45309', symbol: 'diamond' },
} as const satisfies Record<CohortLine['cell'], { colour: string; symbol: string }>;

/** An interval as a faint band: what is below it unseen, and its width upon that. */
const bandOf = ({ cell, drawn }: CohortLine) => {
  const layer = (name: string, of: (one: Drawn) => number, opacity: number) => ({
    type: 'line',
    name: `${cell}-${name}`,
    stack: `${cell}-band`,
    data: drawn.map((one) => (one === null ? null : of(one))),
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    areaStyle: { color: LOOK[cell].colour, opacity },
  });
  return [layer('low', ({ low }) => low, 0), layer('width', ({ low, high }) => high - low, 0.1)];
};

const lineOf = ({ cell, drawn }: CohortLine) => ({
  type: 'line',
  name: cell,
  data: drawn.map((one) =>
    one === null ? null : { value: one.value, symbolSize: one.told ? 8 : 0.01, symbol: LOOK[cell].symbol },
  ),
  showSymbol: true,
  lineStyle: { color: LOOK[cell].colour, width: 2.25 },
  itemStyle: { color: LOOK[cell].colour },
  z: 3,
});

/** Curves of a year's groups with their intervals, and what was to be expected as a dashed line. */
export const cohortOption = (
  lines: readonly CohortLine[],
  expected: readonly number[] | null,
  { write, share, months }: { write: (value: number) => string; share: boolean; months: string },
): ChartOption => ({
  grid: { left: 8, right: 16, top: 12, bottom: 22, containLabel: true },
  xAxis: {
    type: 'category',
    boundaryGap: false,
    name: months,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: AXIS,
    data: DAYS.map((day) => String(monthOf(day))),
    axisLabel: { ...AXIS, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: CHART_COLOURS.grid } },
  },
  yAxis: {
    type: 'value',
    min: 0,
    ...(share ? { max: 1, interval: 0.25 } : { splitNumber: 4 }),
    axisLabel: { ...AXIS, formatter: write },
    splitLine: { lineStyle: { color: CHART_COLOURS.grid } },
  },
  series: [
    ...lines.flatMap(bandOf),
    ...(expected === null
      ? []
      : [
          {
            type: 'line',
            name: 'expected',
            data: [...expected],
            symbol: 'none',
            lineStyle: { color: CHART_COLOURS.text, width: 1.5, type: [4, 4] },
            z: 2,
          },
        ]),
    ...lines.map(lineOf),
  ],
});
