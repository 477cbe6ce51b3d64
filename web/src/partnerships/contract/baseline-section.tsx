import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Section } from '../../ui/section';
import { Empty, Waiting } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import styles from './contract.module.css';
import { baselineQuery } from './queries';
import type { BaselineTotal } from './views';

/** What the months before the start came to: totals only, as the output policy lets them out. */
export const BaselineSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation('contract');
  const { t: words } = useTranslation('partnerships');
  const format = useFormat();
  const baseline = useQuery(baselineQuery(partnershipId));
  const figure = (text: string | null, decimals: number): string =>
    text === null ? '–' : format.number(Number(text), decimals);
  const whyHidden = ({ hidden }: BaselineTotal): string =>
    hidden === null || hidden === 'nothing' ? '' : words(`hidden.${hidden}`);
  const hidden = [...new Set(baseline.data?.totals.map(whyHidden).filter((why) => why !== '') ?? [])];
  if (baseline.isPending) return <Waiting lines={3} />;
  if (baseline.isError)
    return (
      <Section title={t('baseline.title')}>
        <Empty title={t('baseline.waiting')} icon="clock" />
      </Section>
    );
  return (
    <Section
      title={t('baseline.title')}
      aside={`${t('baseline.of')} · ${t('baseline.frozen', { at: format.moment(baseline.data.frozenAt) })}`}
      flush
    >
      <DataTable
        caption={t('baseline.title')}
        rows={baseline.data.totals}
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
    </Section>
  );
};
