import { useTranslation } from 'react-i18next';
import { DataTable, type Column, type Sorting } from '../ui/data-table';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import type { Paging } from '../ui/pager';
import { Empty } from '../ui/states';
import { Status } from '../ui/status';
import styles from './introductions-page.module.css';
import type { JourneyRow } from './views';

const What = ({ row }: { row: JourneyRow }) => {
  const { t } = useTranslation('onboarding');
  if (row.talkWantedOn !== null) return <Status tone="attention">{t('talkWanted')}</Status>;
  if (row.overdueSteps > 0)
    return <Status tone="danger">{t('overdueCount', { count: row.overdueSteps })}</Status>;
  return <Status tone={row.state === 'running' ? 'calm' : 'quiet'}>{t(`states.${row.state}`)}</Status>;
};

const useColumns = (): Column<JourneyRow>[] => {
  const { t } = useTranslation('onboarding');
  return [
    {
      key: 'name',
      head: t('columns.name'),
      sortable: true,
      main: true,
      cell: (row) => (
        <TextLink to="/introductions/$introductionId" params={{ introductionId: row.id }}>
          {row.name}
        </TextLink>
      ),
    },
    { key: 'state', head: t('columns.state'), cell: (row) => <What row={row} /> },
    { key: 'unit', head: t('columns.unit'), sortable: true, cell: (row) => row.unitName },
    {
      key: 'startsOn',
      head: t('columns.startsOn'),
      sortable: true,
      number: true,
      cell: (row) => <Day on={row.startsOn} />,
    },
    {
      key: 'steps',
      head: t('columns.steps'),
      number: true,
      cell: (row) => (
        <span className={styles.whole}>{t('stepsOf', { done: row.settledSteps, total: row.stepCount })}</span>
      ),
    },
    { key: 'next', head: t('columns.next'), number: true, cell: (row) => <Day on={row.nextDueOn} /> },
    { key: 'buddy', head: t('columns.buddy'), cell: (row) => row.buddyName ?? '–' },
  ];
};

type Props = { rows: JourneyRow[]; paging: Paging; sorting: Sorting };

export const IntroductionTable = ({ rows, paging, sorting }: Props) => {
  const { t } = useTranslation('onboarding');
  const columns = useColumns();
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      paging={paging}
      sorting={sorting}
      empty={
        <Empty title={t('none')} icon="introductions">
          {t('noneHint')}
        </Empty>
      }
    />
  );
};
