import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHART_COLOURS } from '../app/theme';
import { Chart } from '../ui/chart';
import { ChartLegend } from '../ui/chart-legend';
import type { Column } from '../ui/data-table';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { trendOption } from './trend-option';
import type { MonthFigure } from './views';

const useColumns = (months: MonthFigure[]): Column<MonthFigure>[] => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const days: Column<MonthFigure>[] = months.some(({ daysPerFte }) => daysPerFte !== null)
    ? [
        {
          key: 'days',
          head: t('measures.daysPerFte'),
          number: true,
          cell: (one) => format.number(one.daysPerFte, 2),
        },
      ]
    : [];
  const spells: Column<MonthFigure>[] = months.some((one) => one.spells !== null)
    ? [{ key: 'spells', head: t('trend.spells'), number: true, cell: (one) => format.number(one.spells) }]
    : [];
  return [
    { key: 'month', head: t('trend.month'), main: true, cell: (one) => format.month(one.month) },
    {
      key: 'rate',
      head: t('measures.absenceRate'),
      number: true,
      cell: (one) => format.percent(one.absenceRate),
    },
    { key: 'before', head: t('trend.before'), number: true, cell: (one) => format.percent(one.previousRate) },
    ...days,
    ...spells,
    {
      key: 'state',
      head: t('trend.state'),
      cell: (one) =>
        one.provisional ? <Status tone="attention">{t('trend.provisional')}</Status> : t('trend.settled'),
    },
  ];
};

export const TrendChart = ({ months }: { months: MonthFigure[] }) => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const columns = useColumns(months);
  const texts = useMemo(
    () => ({
      now: t('measures.absenceRate'),
      before: t('trend.before'),
      provisional: t('trend.provisional'),
    }),
    [t],
  );
  const option = useMemo(() => trendOption(months, format, texts), [months, format, texts]);
  const { now, before } = CHART_COLOURS;
  return (
    <>
      <ChartLegend
        keys={[
          { label: texts.now, colour: now },
          { label: texts.provisional, colour: now, dashed: true },
          { label: texts.before, colour: before },
        ]}
      />
      <Chart
        label={t('trend.label', { count: months.length })}
        option={option}
        rows={months.toReversed()}
        columns={columns}
        rowKey={(one) => one.month}
      />
    </>
  );
};
