import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
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
      main: true,
      cell: (row) => (
        <TextLink to="/cases/$caseId" params={{ caseId: row.id }}>
          {subjectName(row)}
        </TextLink>
      ),
    },
    { key: 'kind', head: t('columns.kind'), cell: (row) => t(`kinds.${row.subject}`) },
    { key: 'unit', head: t('columns.unit'), cell: (row) => row.unitName },
    { key: 'owner', head: t('columns.owner'), cell: (row) => row.ownerName },
    { key: 'openedOn', head: t('columns.opened'), number: true, cell: (row) => <Day on={row.openedOn} /> },
    { key: 'nextStepOn', head: t('columns.next'), number: true, cell: (row) => <NextStep row={row} /> },
    {
      key: 'state',
      head: t('columns.state'),
      cell: (row) => (
        <Status tone={row.state === 'open' ? 'calm' : 'quiet'}>{t(`states.${row.state}`)}</Status>
      ),
    },
  ];
};

export const CaseTable = ({ cases, paging }: { cases: CaseRow[]; paging: Paging }) => {
  const { t } = useTranslation('cases');
  const columns = useColumns();
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={cases}
      rowKey={(row) => row.id}
      paging={paging}
      empty={
        <Empty title={t('none')} icon="cases">
          {t('noneHint')}
        </Empty>
      }
    />
  );
};
