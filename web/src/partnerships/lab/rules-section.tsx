import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { useFormat } from '../../ui/use-format';
import styles from './lab.module.css';
import type { TriedRule, TrialView } from './views';

/** How often each rule pays for nothing, and when the target is met. */
export const RulesSection = ({ trial }: { trial: TrialView }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const { rules, simulation } = trial.answer;
  const target = format.percent(trial.question.target, 0);
  return (
    <Section title={t('rules.title')} aside={t('rules.hint', { target })} flush>
      <DataTable<TriedRule>
        caption={t('rules.title')}
        rows={rules}
        rowKey={(row) => row.rule}
        columns={[
          {
            key: 'rule',
            head: t('rules.rule'),
            main: true,
            cell: (row) =>
              row.rule === 'asked' ? <b>{t('rules.names.asked')}</b> : t(`rules.names.${row.rule}`),
          },
          {
            key: 'nothing',
            head: t('rules.forNothing'),
            number: true,
            cell: (row) => format.percent(row.forNothing, 0),
          },
          {
            key: 'simulated',
            head: t('rules.simulated'),
            number: true,
            cell: (row) => format.percent(row.forNothingSimulated, 0),
          },
          {
            key: 'target',
            head: t('rules.atTarget'),
            number: true,
            cell: (row) => format.percent(row.atTarget, 0),
          },
        ]}
        empty={<p className={`basis ${styles.foot}`}>{t('rules.none')}</p>}
      />
      {simulation !== null && (
        <p className={`basis ${styles.foot}`}>
          {t('rules.basis', { runs: format.number(simulation.runs), seed: String(simulation.seed) })}
        </p>
      )}
    </Section>
  );
};
