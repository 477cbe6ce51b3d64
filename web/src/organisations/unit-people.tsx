import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { unitPeopleQuery } from './queries';
import type { UnitPerson } from './views';

const route = getRouteApi('/house/units/$unitId');

const useColumns = (): Column<UnitPerson>[] => {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  return [
    {
      key: 'name',
      head: t('people.name'),
      main: true,
      sortable: true,
      cell: (person) => (
        <TextLink to="/people/$personId" params={{ personId: person.id }}>
          {person.name}
        </TextLink>
      ),
    },
    { key: 'employeeNumber', head: t('people.number'), cell: (person) => person.employeeNumber },
    { key: 'jobGroup', head: t('people.jobGroup'), sortable: true, cell: (person) => person.jobGroup ?? '–' },
    {
      key: 'absentSince',
      head: t('people.absentSince'),
      number: true,
      sortable: true,
      cell: (person) => <Day on={person.absentSince} />,
    },
    {
      key: 'spells12Months',
      head: t('people.spells'),
      number: true,
      sortable: true,
      cell: (person) => format.number(person.spells12Months),
    },
    {
      key: 'days12Months',
      head: t('people.days'),
      number: true,
      sortable: true,
      cell: (person) => format.number(person.days12Months),
    },
  ];
};

export const UnitPeople = ({ unitId }: { unitId: string }) => {
  const { t } = useTranslation('organisations');
  const { page = 1, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const people = useQuery(unitPeopleQuery(unitId, { page, sort }));
  const columns = useColumns();
  const onPage = (next: number): void => void navigate({ search: (old) => ({ ...old, page: next }) });
  const onSort = (by: string): void =>
    void navigate({ search: (old) => ({ ...old, sort: by, page: undefined }), replace: true });
  return (
    <Section title={t('people.title')} aside={t('people.window')} flush>
      <Answer query={people}>
        {(list) => (
          <DataTable
            caption={t('people.title')}
            columns={columns}
            rows={list.items}
            rowKey={(person) => person.id}
            sorting={{ by: sort ?? 'name', onSort }}
            paging={{ page: list.page, pageSize: list.pageSize, total: list.total, onPage }}
            empty={<Empty title={t('people.none')} icon="people" />}
          />
        )}
      </Answer>
    </Section>
  );
};
