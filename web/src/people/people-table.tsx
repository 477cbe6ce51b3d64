import { useTranslation } from 'react-i18next';
import type { Views } from '../api/client';
import { DataTable, type Column, type Sorting } from '../ui/data-table';
import { TextLink } from '../ui/link';
import { Empty } from '../ui/states';
import { today } from '../ui/today';
import { useFormat } from '../ui/use-format';
import type { PersonRow } from './views';

const Workplace = ({ person }: { person: PersonRow }) => {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  if (person.to !== null && person.to < today()) return <>{t('left', { day: day(person.to) })}</>;
  if (person.unitId === null || person.unitName === null) return <>–</>;
  return (
    <TextLink to="/units/$unitId" params={{ unitId: person.unitId }}>
      {person.unitName}
    </TextLink>
  );
};

const useColumns = (): Column<PersonRow>[] => {
  const { t } = useTranslation('people');
  return [
    {
      key: 'name',
      head: t('columns.name'),
      main: true,
      sortable: true,
      cell: (person) => (
        <TextLink to="/people/$personId" params={{ personId: person.id }}>
          {person.name}
        </TextLink>
      ),
    },
    {
      key: 'employeeNumber',
      head: t('columns.number'),
      sortable: true,
      beside: true,
      cell: ({ employeeNumber }) => <span className="numbers">{employeeNumber}</span>,
    },
    { key: 'unit', head: t('columns.unit'), cell: (person) => <Workplace person={person} /> },
    { key: 'job', head: t('columns.job'), cell: ({ jobGroup }) => jobGroup ?? '–' },
  ];
};

type Props = {
  list: Views['PeoplePage'];
  sorting?: Sorting;
  emptyHint?: string;
  onPage: (page: number) => void;
};

export const PeopleTable = ({ list, sorting, emptyHint, onPage }: Props) => {
  const { t } = useTranslation('people');
  const columns = useColumns();
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={list.items}
      rowKey={(person) => person.id}
      onPhone="dense"
      paging={{ page: list.page, pageSize: list.pageSize, total: list.total, onPage }}
      empty={
        <Empty title={t('none')} icon="search">
          {emptyHint ?? t('noneHint')}
        </Empty>
      }
      {...(sorting === undefined ? {} : { sorting })}
    />
  );
};
