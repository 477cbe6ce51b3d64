import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../organisations/unit-select';
import { PageHeader } from '../ui/page-header';
import { choiceParam } from '../ui/search-params';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { CaseTable } from './case-table';
import styles from './cases-page.module.css';
import { casesQuery } from './queries';
import { CASE_ORDERS, CASE_STATES, CASE_SUBJECTS } from './views';

const route = getRouteApi('/house/cases');

const Filters = () => {
  const { t } = useTranslation(['cases', 'app']);
  const { state = 'open', about, unit } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={`${styles.filters} no-print`}>
      <Select
        label={t('columns.state')}
        value={state}
        data={CASE_STATES.map((value) => ({ value, label: t(`cases:filter.${value}`) }))}
        onChange={(value) =>
          void navigate({
            search: (old) => ({ ...old, state: choiceParam(value, CASE_STATES), page: undefined }),
          })
        }
      />
      <Select
        label={t('columns.kind')}
        value={about ?? ''}
        data={[
          { value: '', label: t('app:all') },
          ...CASE_SUBJECTS.map((value) => ({ value, label: t(`cases:kinds.${value}`) })),
        ]}
        onChange={(value) =>
          void navigate({
            search: (old) => ({ ...old, about: choiceParam(value, CASE_SUBJECTS), page: undefined }),
          })
        }
      />
      <UnitSelect
        label={t('columns.unit')}
        value={unit}
        none={t('app:all')}
        onChange={(value) => void navigate({ search: (old) => ({ ...old, unit: value, page: undefined }) })}
      />
    </div>
  );
};

const CaseList = () => {
  const { page = 1, state = 'open', about, unit, sort = 'nextStepOn' } = route.useSearch();
  const navigate = route.useNavigate();
  const cases = useQuery(
    casesQuery({
      page,
      sort,
      ...(state === 'all' ? {} : { state }),
      ...(about === undefined ? {} : { subject: about }),
      ...(unit === undefined ? {} : { unitId: unit }),
    }),
  );
  const sortBy = (by: string): void => {
    const order = choiceParam(by, CASE_ORDERS);
    void navigate({ search: (old) => ({ ...old, sort: order, page: undefined }), replace: true });
  };
  return (
    <Answer query={cases} lines={8}>
      {(list) => (
        <CaseTable
          cases={list.items}
          sorting={{ by: sort, onSort: sortBy }}
          paging={{ ...list, onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }) }}
        />
      )}
    </Answer>
  );
};

export const CasesPage = () => {
  const { t } = useTranslation('cases');
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Filters />
      <Section title={t('list')} titleHeard flush>
        <CaseList />
      </Section>
    </>
  );
};
