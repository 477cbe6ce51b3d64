import { useTranslation } from 'react-i18next';
import { asLanguage } from '../app/i18n';
import { DataTable, type Column } from '../ui/data-table';
import { Facts } from '../ui/facts';
import { useFormat } from '../ui/use-format';
import styles from './signal-facts.module.css';
import type { SignalView } from './views';

type Drop = SignalView['facts']['drops'][number];
type Chart = NonNullable<SignalView['facts']['chart']>;

const useColumns = (): Column<Drop>[] => {
  const { t, i18n } = useTranslation('signals');
  const format = useFormat();
  return [
    {
      key: 'scale',
      head: t('drops.scale'),
      main: true,
      cell: ({ name }) => name[asLanguage(i18n.language)],
    },
    { key: 'from', head: t('drops.from'), number: true, cell: ({ from }) => format.number(from) },
    { key: 'to', head: t('drops.to'), number: true, cell: ({ to }) => format.number(to) },
    {
      key: 'change',
      head: t('drops.change'),
      number: true,
      cell: ({ from, to }) => format.change(to - from, 0),
    },
    {
      key: 'interval',
      head: t('drops.interval'),
      number: true,
      cell: ({ interval: [low = 0, high = 0] }) =>
        t('drops.between', { low: format.change(low), high: format.change(high) }),
    },
  ];
};

/** Which scales fell, by how much, and how sure that is. */
export const WellbeingDrops = ({ drops }: { drops: Drop[] }) => {
  const { t } = useTranslation('signals');
  const columns = useColumns();
  return (
    <div className={styles.spells}>
      <DataTable
        caption={t('drops.title')}
        columns={columns}
        rows={drops}
        rowKey={(drop) => drop.scaleId}
        empty={null}
      />
    </div>
  );
};

/** New spells in a month beside what the unit's own past lets expect. */
export const SpellChart = ({ chart }: { chart: Chart }) => {
  const { t } = useTranslation('signals');
  const format = useFormat();
  return (
    <Facts
      items={[
        { label: t('chart.month'), value: format.month(chart.month.slice(0, 7)) },
        { label: t('chart.begun'), value: format.number(chart.begun) },
        { label: t('chart.expected'), value: format.number(chart.expected, 1) },
        { label: t('chart.limit'), value: format.number(chart.limit, 1) },
        { label: t('chart.months'), value: format.number(chart.months) },
        { label: t('chart.persons'), value: format.number(chart.persons) },
      ]}
    />
  );
};
