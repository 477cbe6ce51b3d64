import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { useFormat } from '../../ui/use-format';
import styles from './lab.module.css';
import type { TrialView, TriedIndicator } from './views';

type Row = { place: number; label: string };

/** The smallest effect that can be seen, by indicator and size. */
export const DetectableSection = ({ trial }: { trial: TrialView }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const { indicators, sizes } = trial.answer;
  const shown = indicators.filter((one) => one.detectable.length > 0);
  const rows: Row[] = (shown[0]?.detectable ?? []).map((size, place) => ({
    place,
    label:
      place === 0 && size.treated === sizes.treated && size.compared === sizes.compared
        ? t('detectable.chosen', {
            treated: format.number(size.treated),
            compared: format.number(size.compared),
          })
        : t('detectable.each', { persons: format.number(size.treated) }),
  }));
  const column = (one: TriedIndicator): Column<Row> => ({
    key: one.measure,
    head: t(`short.${one.measure}`),
    number: true,
    cell: ({ place }) => format.percent(one.detectable[place]?.differenceInDifferences ?? null, 0),
  });
  const adjusted: Column<Row>[] = shown
    .filter((one) => one.measure === trial.question.measure)
    .map((one) => ({
      key: 'covariance',
      head: t('detectable.covariance', { measure: t(`short.${one.measure}`) }),
      number: true,
      cell: ({ place }) => format.percent(one.detectable[place]?.covariance ?? null, 0),
    }));
  return (
    <Section title={t('detectable.title')} aside={t('detectable.hint')} flush>
      <DataTable
        caption={t('detectable.title')}
        rows={rows}
        rowKey={(row) => String(row.place)}
        onPhone="scroll"
        columns={[
          { key: 'size', head: t('detectable.size'), main: true, cell: (row) => row.label },
          ...shown.map(column),
          ...adjusted,
        ]}
        empty={<p className={`basis ${styles.foot}`}>{t('rules.none')}</p>}
      />
      <p className={`basis ${styles.foot}`}>{t('detectable.basis')}</p>
    </Section>
  );
};
