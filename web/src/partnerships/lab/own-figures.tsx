import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { Status } from '../../ui/status';
import { useFormat } from '../../ui/use-format';
import { useWord } from '../../ui/use-word';
import styles from './lab.module.css';
import type { TrialView, TriedIndicator } from './views';

type Figures = NonNullable<TriedIndicator['figures']>;

/** What the answer rests on, and what the output policy holds back. */
export const OwnFigures = ({ trial }: { trial: TrialView }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const word = useWord();
  const figure = (key: string, head: string, of: (figures: Figures) => string): Column<TriedIndicator> => ({
    key,
    head,
    number: true,
    cell: (one) => (one.figures === null ? '–' : of(one.figures)),
  });
  const reasons = [...new Set(trial.answer.indicators.flatMap((one) => one.reason ?? []))];
  return (
    <Section title={t('own.title')} flush>
      <DataTable<TriedIndicator>
        caption={t('own.title')}
        rows={trial.answer.indicators}
        rowKey={(one) => one.measure}
        onPhone="scroll"
        columns={[
          {
            key: 'measure',
            head: t('own.measure'),
            main: true,
            cell: (one) => (
              <>
                {t(`measures.${one.measure}`)}{' '}
                {one.reason !== null && <Status tone="quiet">{t('own.hidden')}</Status>}
              </>
            ),
          },
          figure('mean', t('own.mean'), (own) =>
            format.number(own.mean ?? null, (own.mean ?? 0) < 10 ? 2 : 0),
          ),
          figure('variation', t('own.variation'), (own) => format.number(own.variation, 2)),
          figure('correlation', t('own.correlation'), (own) => format.number(own.correlation, 2)),
          figure('intraclass', t('own.intraclass'), (own) =>
            own.intraclassCorrelation === null
              ? t('own.assumed')
              : format.number(own.intraclassCorrelation, 3),
          ),
          { key: 'top', head: t('own.top'), number: true, cell: (one) => format.percent(one.topShare, 0) },
        ]}
        empty={null}
      />
      {reasons.map((reason) => (
        <p key={reason} className={`basis ${styles.foot}`}>
          {word('lab', 'hidden', reason)}
        </p>
      ))}
      <p className={`basis ${styles.foot}`}>{t('own.basis')}</p>
    </Section>
  );
};
