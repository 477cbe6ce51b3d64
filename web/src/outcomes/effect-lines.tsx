import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHART_COLOURS } from '../app/theme';
import { Chart } from '../ui/chart';
import type { ChartOption } from '../ui/chart-engine';
import { ChartLegend } from '../ui/chart-legend';
import type { Column } from '../ui/data-table';
import type { Format } from '../ui/format';
import { useFormat } from '../ui/use-format';
import { everyQuarter } from './every-quarter';
import type { LinePoint } from './views';

const AXIS_TEXT = { color: CHART_COLOURS.text, fontFamily: 'IBM Plex Sans', fontSize: 11 };
const COMPARISON = '#b06a1a';

type Texts = {
  treated: string;
  expected: string;
  comparison: string;
  quarter: (quarter: string) => string;
};

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

const line = (name: string, data: (number | null)[], colour: string, dashed: boolean) => ({
  type: 'line',
  name,
  data,
  symbol: 'circle',
  symbolSize: 5,
  lineStyle: { color: colour, width: dashed ? 1.75 : 2.25, type: dashed ? [4, 4] : 'solid' },
  itemStyle: { color: colour },
});

const optionOf = (points: LinePoint[], format: Format, texts: Texts): ChartOption => ({
  grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
  tooltip: {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    textStyle: { fontFamily: 'IBM Plex Sans', fontSize: 12 },
    valueFormatter: (value: number | null) => format.number(value, 2),
  },
  xAxis: {
    type: 'category',
    data: points.map(({ quarter }) => texts.quarter(quarter)),
    axisLabel: { ...AXIS_TEXT, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: CHART_COLOURS.grid } },
  },
  yAxis: {
    type: 'value',
    min: 0,
    axisLabel: { ...AXIS_TEXT, formatter: (rate: number) => format.number(rate, 1) },
    splitLine: { lineStyle: { color: CHART_COLOURS.grid } },
    splitNumber: 4,
  },
  series: [
    line(
      texts.comparison,
      points.map(({ comparison }) => numberOf(comparison)),
      COMPARISON,
      false,
    ),
    line(
      texts.expected,
      points.map(({ expected }) => numberOf(expected)),
      CHART_COLOURS.before,
      true,
    ),
    line(
      texts.treated,
      points.map(({ treated }) => numberOf(treated)),
      CHART_COLOURS.now,
      false,
    ),
  ],
});

/** Both arms quarter by quarter, with what was expected of the treated had they gone with the others. */
export const EffectLines = ({ points, unit }: { points: LinePoint[]; unit: string }) => {
  const { t } = useTranslation(['outcomes', 'partnerships']);
  const format = useFormat();
  const texts = useMemo<Texts>(
    () => ({
      treated: t('lines.treated'),
      expected: t('lines.expected'),
      comparison: t('lines.comparison'),
      quarter: (written) => {
        const [year, quarter] = written.split('-Q');
        return t('partnerships:representative.quarter', { quarter, year });
      },
    }),
    [t],
  );
  const option = useMemo(() => optionOf(everyQuarter(points), format, texts), [points, format, texts]);
  const number = (key: 'treated' | 'expected' | 'comparison'): Column<LinePoint> => ({
    key,
    head: texts[key],
    number: true,
    cell: (point) => format.number(numberOf(point[key]), 2),
  });
  return (
    <>
      <p className="quiet">{t('lines.hint', { unit })}</p>
      <ChartLegend
        keys={[
          { label: texts.treated, colour: CHART_COLOURS.now },
          { label: texts.expected, colour: CHART_COLOURS.before, dashed: true },
          { label: texts.comparison, colour: COMPARISON },
        ]}
      />
      <Chart
        label={t('lines.title')}
        option={option}
        rows={points}
        rowKey={({ quarter }) => quarter}
        columns={[
          {
            key: 'quarter',
            head: t('lines.quarter'),
            main: true,
            cell: ({ quarter }) => texts.quarter(quarter),
          },
          number('treated'),
          number('expected'),
          number('comparison'),
          {
            key: 'when',
            head: t('lines.when'),
            cell: ({ after }) => (after ? t('lines.after') : t('lines.before')),
          },
        ]}
      />
    </>
  );
};
