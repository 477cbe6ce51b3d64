import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHART_COLOURS } from '../app/theme';
import { useKroner } from '../partnerships/kroner';
import { Chart } from '../ui/chart';
import type { ChartOption } from '../ui/chart-engine';
import { ChartLegend } from '../ui/chart-legend';
import type { Format } from '../ui/format';
import { useFormat } from '../ui/use-format';
import { cumulativePoints, type CumulativePoint } from './cumulative';
import type { SettlementPageView } from './views';

const AXIS_TEXT = { color: CHART_COLOURS.text, fontFamily: 'IBM Plex Sans', fontSize: 11 };
const CAP = '#b06a1a';

const line = (
  name: string,
  data: (number | null)[],
  look: { colour: string; dashed?: boolean; width?: number },
) => ({
  type: 'line',
  name,
  data,
  symbolSize: 6,
  connectNulls: false,
  lineStyle: { color: look.colour, width: look.width ?? 2.25, type: look.dashed === true ? [4, 4] : 'solid' },
  itemStyle: { color: look.colour },
});

const optionOf = (
  points: CumulativePoint[],
  cap: number | null,
  texts: { paid: string; middle: string; low: string; high: string; cap: string },
  format: Format,
): ChartOption => ({
  grid: { left: 8, right: 16, top: 12, bottom: 4, containLabel: true },
  tooltip: {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    textStyle: { fontFamily: 'IBM Plex Sans', fontSize: 12 },
    valueFormatter: (value: number | null | undefined) =>
      format.number(value === null || value === undefined ? null : value / 100),
  },
  xAxis: {
    type: 'category',
    data: points.map(({ to }) => format.day(to)),
    axisLabel: { ...AXIS_TEXT, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: CHART_COLOURS.grid } },
  },
  yAxis: {
    type: 'value',
    min: 0,
    axisLabel: { ...AXIS_TEXT, formatter: (oere: number) => format.number(oere / 100) },
    splitLine: { lineStyle: { color: CHART_COLOURS.grid } },
    splitNumber: 4,
  },
  series: [
    line(
      texts.paid,
      points.map(({ paid }) => paid),
      { colour: CHART_COLOURS.now },
    ),
    line(
      texts.middle,
      points.map(({ middle }) => middle),
      { colour: CHART_COLOURS.now, dashed: true },
    ),
    line(
      texts.low,
      points.map(({ low }) => low),
      { colour: CHART_COLOURS.before, dashed: true, width: 1.5 },
    ),
    line(
      texts.high,
      points.map(({ high }) => high),
      { colour: CHART_COLOURS.before, dashed: true, width: 1.5 },
    ),
    ...(cap === null
      ? []
      : [
          line(
            texts.cap,
            points.map(() => cap),
            { colour: CAP, width: 1.5 },
          ),
        ]),
  ],
});

/** What has been paid, what the periods to come would bring, and the contract's cap. */
export const ForecastChart = ({ page }: { page: SettlementPageView }) => {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const kroner = useKroner();
  const points = useMemo(() => cumulativePoints(page), [page]);
  const texts = useMemo(
    () => ({
      paid: t('forecast.paid'),
      middle: t('forecast.middle'),
      low: t('forecast.low'),
      high: t('forecast.high'),
      cap: t('forecast.cap'),
    }),
    [t],
  );
  const option = useMemo(
    () => optionOf(points, page.contractCap, texts, format),
    [points, page.contractCap, texts, format],
  );
  const column = (key: 'paid' | 'low' | 'middle' | 'high') => ({
    key,
    head: texts[key],
    number: true,
    cell: (point: CumulativePoint) => kroner(point[key]),
  });
  return (
    <>
      <p className="quiet">{t('forecast.hint')}</p>
      <ChartLegend
        keys={[
          { label: texts.paid, colour: CHART_COLOURS.now },
          { label: texts.middle, colour: CHART_COLOURS.now, dashed: true },
          { label: t('forecast.range'), colour: CHART_COLOURS.before, dashed: true },
          ...(page.contractCap === null ? [] : [{ label: texts.cap, colour: CAP }]),
        ]}
      />
      <Chart
        label={t('forecast.title')}
        option={option}
        rows={points}
        rowKey={({ to }) => to}
        columns={[
          { key: 'to', head: t('forecast.until'), main: true, cell: ({ to }) => format.day(to) },
          column('paid'),
          column('low'),
          column('middle'),
          column('high'),
        ]}
      />
    </>
  );
};
