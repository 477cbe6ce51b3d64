import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHART_COLOURS } from '../../app/theme';
import { Chart } from '../../ui/chart';
import { ChartLegend } from '../../ui/chart-legend';
import type { Column } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { useFormat } from '../../ui/use-format';
import { kroner, paymentsOption } from './payments-option';
import type { Payment, TrialView } from './views';

const useColumns = (): Column<Payment>[] => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const amount = (key: 'mean' | 'low' | 'middle' | 'high'): Column<Payment> => ({
    key,
    head: t(`payments.${key}`),
    number: true,
    cell: (row) => format.number(kroner(row[key])),
  });
  return [
    { key: 'effect', head: t('payments.effect'), main: true, cell: (row) => format.percent(row.effect) },
    { key: 'chance', head: t('payments.chance'), number: true, cell: (row) => format.percent(row.chance, 0) },
    amount('mean'),
    amount('low'),
    amount('middle'),
    amount('high'),
  ];
};

/** What would be paid a year, over true effects. */
export const PaymentsSection = ({ trial }: { trial: TrialView }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const columns = useColumns();
  const { payments, recommendedPayments } = trial.answer;
  const texts = useMemo(
    () => ({
      asked: t('payments.asked'),
      recommended: t('payments.recommended'),
      effect: t('payments.effect'),
    }),
    [t],
  );
  const option = useMemo(
    () => paymentsOption(payments, recommendedPayments, format, texts),
    [payments, recommendedPayments, format, texts],
  );
  const [first, last] = [payments[0], payments.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <Section title={t('payments.title')}>
      <ChartLegend
        keys={[
          { label: texts.asked, colour: CHART_COLOURS.now },
          { label: texts.recommended, colour: CHART_COLOURS.before, dashed: true },
        ]}
      />
      <Chart
        label={t('payments.label', {
          from: format.percent(first.effect, 0),
          to: format.percent(last.effect, 0),
        })}
        option={option}
        rows={payments}
        columns={columns}
        rowKey={(row) => String(row.effect)}
      />
      <p className="basis">
        {t('payments.spread')}. {t('payments.basis')}
      </p>
    </Section>
  );
};
