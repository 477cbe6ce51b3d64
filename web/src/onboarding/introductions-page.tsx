import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { UnitSelect } from '../organisations/unit-select';
import { ButtonLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { choiceParam } from '../ui/search-params';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { IntroductionTable } from './introduction-table';
import styles from './introductions-page.module.css';
import { introductionsQuery } from './queries';
import { JOURNEY_FILTERS, JOURNEY_ORDERS } from './views';

const route = getRouteApi('/house/introductions');

const Filters = () => {
  const { t } = useTranslation(['onboarding', 'app']);
  const { state = 'active', unit } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={`${styles.filters} no-print`}>
      <Select
        label={t('columns.state')}
        value={state}
        data={JOURNEY_FILTERS.map((value) => ({ value, label: t(`filters.${value}`) }))}
        onChange={(value) =>
          void navigate({
            search: (old) => ({ ...old, state: choiceParam(value, JOURNEY_FILTERS), page: undefined }),
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

const List = () => {
  const { page = 1, state = 'active', unit, sort = 'urgency' } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(
    introductionsQuery({ page, state, sort, ...(unit === undefined ? {} : { unitId: unit }) }),
  );
  const sortBy = (by: string): void => {
    const order = choiceParam(by, JOURNEY_ORDERS);
    void navigate({ search: (old) => ({ ...old, sort: order, page: undefined }), replace: true });
  };
  return (
    <Answer query={found} lines={8}>
      {(list) => (
        <IntroductionTable
          rows={list.items}
          sorting={{ by: sort, onSort: sortBy }}
          paging={{
            page: list.page,
            pageSize: list.pageSize,
            total: list.total,
            onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
          }}
        />
      )}
    </Answer>
  );
};

export const IntroductionsPage = () => {
  const { t } = useTranslation('onboarding');
  const { role } = useHat();
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro')}
        actions={
          <>
            {role === 'hr-manager' && (
              <ButtonLink to="/introductions/cohorts" variant="default">
                {t('cohorts.link')}
              </ButtonLink>
            )}
            <ButtonLink to="/introduction-programmes" variant="default">
              {t('programmes.title')}
            </ButtonLink>
          </>
        }
      />
      <Filters />
      <Section title={t('list')} titleHeard flush>
        <List />
      </Section>
    </>
  );
};
