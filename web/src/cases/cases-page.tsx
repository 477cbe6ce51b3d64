import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';
import { choiceParam } from '../ui/search-params';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { CaseTable } from './case-table';
import { casesQuery } from './queries';

const route = getRouteApi('/house/cases');
const STATES = ['open', 'closed', 'all'] as const;

const StateChoice = () => {
  const { t } = useTranslation('cases');
  const { state = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('columns.state')}
      value={state}
      data={STATES.map((value) => ({ value, label: t(`filter.${value}`) }))}
      onChange={(value) => void navigate({ search: { state: choiceParam(value, STATES) } })}
    />
  );
};

export const CasesPage = () => {
  const { t } = useTranslation('cases');
  const { page = 1, state = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  const cases = useQuery(casesQuery({ page, state: state === 'all' ? undefined : state }));
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Section title={t('list')} aside={<StateChoice />} flush>
        <Answer query={cases} lines={8}>
          {(list) => (
            <CaseTable
              cases={list.items}
              paging={{
                page: list.page,
                pageSize: list.pageSize,
                total: list.total,
                onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
              }}
            />
          )}
        </Answer>
      </Section>
    </>
  );
};
