import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { useFormat } from '../../ui/use-format';
import styles from './lab.module.css';
import type { FalsePayment, TrialView } from './views';

const THRESHOLDS = [0.05, 0.075, 0.1, 0.15];

/** Payment for nothing by size and threshold, and what the lower bound would see. */
export const SizeSection = ({ trial }: { trial: TrialView }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const { falsePayments } = trial.answer;
  if (falsePayments.length === 0) return null;
  return (
    <Section title={t('table.title')} aside={t(`measures.${trial.question.measure}`)} flush>
      <p className={`basis ${styles.foot}`}>{t('table.hint')}:</p>
      <DataTable<FalsePayment>
        caption={t('table.title')}
        rows={falsePayments}
        rowKey={(row) => String(row.persons)}
        onPhone="scroll"
        columns={[
          { key: 'persons', head: t('table.persons'), main: true, cell: (row) => format.number(row.persons) },
          ...THRESHOLDS.map((threshold, place) => ({
            key: String(threshold),
            head: format.percent(threshold, threshold === 0.075 ? 1 : 0),
            number: true,
            cell: (row: FalsePayment) => format.percent(row.point[place] ?? null, 0),
          })),
          {
            key: 'bound',
            head: t('table.bound'),
            number: true,
            cell: (row) => format.percent(row.lowerBound, 0),
          },
        ]}
        empty={null}
      />
    </Section>
  );
};
