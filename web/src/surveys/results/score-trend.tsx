import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHART_COLOURS } from '../../app/theme';
import { Chart } from '../../ui/chart';
import type { ChartOption } from '../../ui/chart-engine';
import type { Column } from '../../ui/data-table';
import type { Format } from '../../ui/format';
import { useFormat } from '../../ui/use-format';
import type { ResultScale, ScaleCell, TrendPoint } from './views';
import { useHiddenWords, useWording } from './words';

type Point = { closesOn: string; roundId: string; cell: ScaleCell | undefined };

const AXIS = { color: CHART_COLOURS.text, fontFamily: 'IBM Plex Sans', fontSize: 11 };

/** The score with its interval as two faint lines around it; a hidden round leaves a gap. */
const optionOf = (points: Point[], format: Format, name: string): ChartOption => {
  const line = (pick: (cell: ScaleCell) => number | null, faint: boolean) => ({
    type: 'line',
    name,
    data: points.map(({ cell }) => (cell === undefined ? null : pick(cell))),
    showSymbol: !faint,
    symbolSize: 7,
    lineStyle: {
      color: faint ? CHART_COLOURS.before : CHART_COLOURS.now,
      width: faint ? 1 : 2.25,
      type: faint ? 'dashed' : 'solid',
    },
    itemStyle: { color: CHART_COLOURS.now },
    label: {
      show: !faint,
      position: 'top',
      fontFamily: 'IBM Plex Sans',
      formatter: ({ value }: { value: number }) => format.number(value, 0),
    },
  });
  return {
    grid: { left: 8, right: 24, top: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: points.map(({ closesOn }) => format.month(closesOn.slice(0, 7))),
      axisLabel: { ...AXIS, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: CHART_COLOURS.grid } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: AXIS,
      splitLine: { lineStyle: { color: CHART_COLOURS.grid } },
    },
    series: [line(({ low }) => low, true), line(({ high }) => high, true), line(({ mean }) => mean, false)],
  };
};

const useColumns = (): Column<Point>[] => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const hidden = useHiddenWords();
  return [
    { key: 'round', head: t('round'), main: true, cell: ({ closesOn }) => format.day(closesOn) },
    {
      key: 'score',
      head: t('unit.score'),
      number: true,
      cell: ({ cell }) =>
        cell === undefined || cell.mean === null ? (cell ? hidden(cell) : '–') : format.number(cell.mean, 0),
    },
    {
      key: 'interval',
      head: t('unit.interval'),
      number: true,
      cell: ({ cell }) =>
        cell === undefined || cell.low === null
          ? '–'
          : `${format.number(cell.low, 0)}–${format.number(cell.high, 0)}`,
    },
  ];
};

export const ScoreTrend = ({ points, scale }: { points: TrendPoint[]; scale: ResultScale }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const wording = useWording();
  const columns = useColumns();
  const name = wording(scale.name);
  const rows = useMemo(
    () =>
      points.map(({ closesOn, roundId, scales }) => ({
        closesOn,
        roundId,
        cell: scales.find(({ id }) => id === scale.id),
      })),
    [points, scale],
  );
  const option = useMemo(() => optionOf(rows, format, name), [rows, format, name]);
  return (
    <Chart
      label={t('unit.trendLabel', { scale: name, count: rows.length })}
      option={option}
      rows={rows.toReversed()}
      columns={columns}
      rowKey={({ roundId }) => roundId}
    />
  );
};
