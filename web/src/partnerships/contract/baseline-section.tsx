import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Progress } from '../../ui/progress';
import { Section } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import styles from './contract.module.css';
import { baselineQuery } from './queries';
import type { Baseline, BaselineTotal } from './views';

const Totals = ({ totals }: Pick<Baseline, 'totals'>) => {
  const { t } = useTranslation('contract');
  const { t: words } = useTranslation('partnerships');
  const format = useFormat();
  const figure = (text: string | null, decimals: number): string =>
    text === null ? '–' : format.number(Number(text), decimals);
  const whyHidden = ({ hidden }: BaselineTotal): string =>
    hidden === null || hidden === 'nothing' ? '' : words(`hidden.${hidden}`);
  const hidden = [...new Set(totals.map(whyHidden).filter((why) => why !== ''))];
  return (
    <>
      <DataTable
        caption={t('baseline.title')}
        rows={totals}
        rowKey={({ arm, indicator }) => `${arm} ${indicator}`}
        empty={<Empty title={t('indicators.none')} />}
        onPhone="scroll"
        columns={[
          {
            key: 'indicator',
            head: t('indicators.measure'),
            main: true,
            cell: ({ indicator }) => t(`indicators.measures.${indicator}`),
          },
          { key: 'arm', head: t('units.arm'), cell: ({ arm }) => t(`units.arms.${arm}`) },
          { key: 'rate', head: t('baseline.rate'), number: true, cell: ({ rate }) => figure(rate, 2) },
          {
            key: 'amount',
            head: t('baseline.amount'),
            number: true,
            cell: ({ amount }) => figure(amount, 0),
          },
          {
            key: 'exposure',
            head: t('baseline.exposure'),
            number: true,
            cell: ({ exposure }) => figure(exposure, 1),
          },
          {
            key: 'months',
            head: t('baseline.months'),
            number: true,
            cell: ({ months, monthsWanted }) => `${format.number(months)}/${format.number(monthsWanted)}`,
          },
        ]}
      />
      {hidden.length > 0 && <p className={styles.why}>{hidden.join(' ')}</p>}
    </>
  );
};

/** What the months before the start came to: totals only, as the output policy lets them out. */
export const BaselineSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const baseline = useQuery(baselineQuery(partnershipId));
  return (
    <Answer query={baseline} lines={3}>
      {({ frozenAt, totals }) =>
        frozenAt === null ? (
          <Section title={t('baseline.title')}>
            <Progress label={t('baseline.waiting')} share={null} />
          </Section>
        ) : (
          <Section
            title={t('baseline.title')}
            aside={`${t('baseline.of')} · ${t('baseline.frozen', { at: format.moment(frozenAt) })}`}
            flush
          >
            <Totals totals={totals} />
          </Section>
        )
      }
    </Answer>
  );
};
