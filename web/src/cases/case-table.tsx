import { useTranslation } from 'react-i18next';
import { DataTable, type Column, type Sorting } from '../ui/data-table';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import type { Paging } from '../ui/pager';
import { Empty } from '../ui/states';
import { Status } from '../ui/status';
import { today } from '../ui/today';
import { subjectName } from './case-subject';
import type { CaseRow } from './views';

const NextStep = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation('cases');
  if (row.nextStepOn !== null && row.nextStepOn < today()) {
    return (
      <Status tone="danger">
        <Day on={row.nextStepOn} />
        <span className="only-heard"> {t('entryStates.overdue')}</span>
      </Status>
    );
  }
  return <Day on={row.nextStepOn} />;
};

const useColumns = (): Column<CaseRow>[] => {
  const { t } = useTranslation('cases');
  return [
    {
      key: 'subject',
      head: t('columns.subject'),
      sortable: true,
      main: true,
      cell: (row) => (
        <TextLink to="/cases/$caseId" params={{ caseId: row.id }}>
          {subjectName(row)}
        </TextLink>
      ),
    },
    { key: 'kind', head: t('columns.kind'), cell: (row) => t(`kinds.${row.subject}`) },
    { key: 'unit', head: t('columns.unit'), sortable: true, cell: (row) => row.unitName },
    {
      key: 'owner',
      head: t('columns.owner'),
      cell: (row) => <span className="together">{row.ownerName}</span>,
    },
    {
      key: 'openedOn',
      head: t('columns.opened'),
      sortable: true,
      number: true,
      cell: (row) => <Day on={row.openedOn} />,
    },
    {
      key: 'nextStepOn',
      head: t('columns.next'),
      sortable: true,
      number: true,
      cell: (row) => <NextStep row={row} />,
    },
    {
      key: 'state',
      head: t('columns.state'),
      cell: (row) => (
        <Status tone={row.state === 'open' ? 'calm' : 'quiet'}>{t(`states.${row.state}`)}</Status>
      ),
    },
  ];
};

type Props = { cases: CaseRow[]; paging: Paging; sorting?: Sorting };

export const CaseTable = ({ cases, paging, sorting }: Props) => {
  const { t } = useTranslation('cases');
  const columns = useColumns();
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={cases}
      rowKey={(row) => row.id}
      paging={paging}
      sorting={sorting}
      empty={
        <Empty title={t('none')} icon="cases">
          {t('noneHint')}
        </Empty>
      }
    />
  );
};
