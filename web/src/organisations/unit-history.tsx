import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Period } from '../ui/day';
import { Section } from '../ui/section';
import type { UnitView } from './views';

type Version = UnitView['history'][number];

/** What the unit was called when; figures of those days follow it. */
export const UnitHistory = ({ history }: { history: Version[] }) => {
  const { t } = useTranslation('organisations');
  const columns: Column<Version>[] = [
    { key: 'name', head: t('history.name'), main: true, cell: ({ name }) => name },
    { key: 'kind', head: t('history.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'period', head: t('history.period'), cell: ({ from, to }) => <Period from={from} to={to} /> },
  ];
  return (
    <Section title={t('history.title')} flush>
      <DataTable
        caption={t('history.title')}
        columns={columns}
        rows={history.toReversed()}
        rowKey={({ from }) => from}
        empty={null}
      />
    </Section>
  );
};
