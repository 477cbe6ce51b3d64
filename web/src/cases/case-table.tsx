import { useTranslation } from 'react-i18next';
import { DataTable, type Column, type Sorting } from '../ui/data-table';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import type { Paging } from '../ui/pager';
import { Empty } from '../ui/states';
import { Status } from '../ui/status';
import { subjectName } from './case-subject';
import type { CaseRow } from './views';

const useColumns = (): Column<CaseRow>[] => {
  const { t } = useTranslation('cases');
  return [
    {
      key: 'subject',
      head: t('columns.subject'),
      main: true,
      sortable: true,
      cell: (row) => (
        <TextLink to="/cases/$caseId" params={{ caseId: row.id }}>
          {subjectName(row.subject)}
        </TextLink>
      ),
    },
    { key: 'kind', head: t('columns.kind'), cell: (row) => t(`kinds.${row.subject.kind}`) },
    { key: 'unit', head: t('columns.unit'), cell: (row) => row.subject.unitName },
    { key: 'owner', head: t('columns.owner'), cell: (row) => row.ownerName },
    {
      key: 'openedOn',
      head: t('columns.opened'),
      number: true,
      sortable: true,
      cell: (row) => <Day on={row.openedOn} />,
    },
    {
      key: 'nextStepOn',
      head: t('columns.next'),
      number: true,
      sortable: true,
      cell: (row) => <Day on={row.nextStepOn} />,
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

type Props = { cases: CaseRow[]; sorting?: Sorting; paging?: Paging };

export const CaseTable = ({ cases, sorting, paging }: Props) => {
  const { t } = useTranslation('cases');
  const columns = useColumns();
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={cases}
      rowKey={(row) => row.id}
      empty={
        <Empty title={t('none')} icon="cases">
          {t('noneHint')}
        </Empty>
      }
      {...(sorting === undefined ? {} : { sorting })}
      {...(paging === undefined ? {} : { paging })}
    />
  );
};
