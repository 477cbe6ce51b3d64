import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PeopleTable } from '../people/people-table';
import { unitPeopleQuery } from '../people/queries';
import { PEOPLE_ORDERS } from '../people/views';
import { choiceParam } from '../ui/search-params';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';

const route = getRouteApi('/house/units/$unitId');

export const UnitPeople = ({ unitId }: { unitId: string }) => {
  const { t } = useTranslation('organisations');
  const { page = 1, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const order = choiceParam(sort, PEOPLE_ORDERS) ?? 'name';
  const people = useQuery(unitPeopleQuery(unitId, page, order));
  return (
    <Section title={t('people')} flush>
      <Answer query={people}>
        {(list) => (
          <PeopleTable
            list={list}
            sorting={{
              by: order,
              onSort: (by) =>
                void navigate({ search: (old) => ({ ...old, sort: by, page: undefined }), replace: true }),
            }}
            onPage={(next) => void navigate({ search: (old) => ({ ...old, page: next }) })}
          />
        )}
      </Answer>
    </Section>
  );
};
