import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/link';
import { PageHeader } from '../../ui/page-header';
import { choiceParam } from '../../ui/search-params';
import { Section } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { ActionPlanModal } from './action-plan-modal';
import { ActionPlansTable } from './action-plans-table';
import { plansQuery } from './queries';
import { PLAN_FILTERS, type ActionPlan } from './views';

const route = getRouteApi('/house/action-plans');

/** Every plan in reach, those that wait first. */
export const PlansPage = () => {
  const { t } = useTranslation(['surveyResults', 'app']);
  const { status, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const plans = useQuery(plansQuery({ status, page }));
  const [editing, setEditing] = useState<ActionPlan | null>(null);
  const canWrite = plans.data?.abilities.includes('action-plan.write') ?? false;
  return (
    <>
      <PageHeader
        title={t('plans.title')}
        path={[
          <TextLink key="results" to="/survey-results">
            {t('title')}
          </TextLink>,
        ]}
      />
      <Section
        title={t('plans.list')}
        aside={
          <Select
            size="xs"
            aria-label={t('plans.status')}
            value={status ?? 'all'}
            allowDeselect={false}
            data={[
              { value: 'all', label: t('app:all') },
              ...PLAN_FILTERS.map((value) => ({
                value,
                label: value === 'overdue' ? t('plans.overdue') : t(`plans.statuses.${value}`),
              })),
            ]}
            onChange={(value) => void navigate({ search: { status: choiceParam(value, PLAN_FILTERS) } })}
          />
        }
        flush
      >
        <Answer query={plans} lines={6}>
          {(list) => (
            <ActionPlansTable
              plans={list.items}
              onEdit={canWrite ? setEditing : undefined}
              paging={{
                ...list,
                onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
              }}
              empty={<Empty title={t('plans.none')}>{t('plans.noneHint')}</Empty>}
            />
          )}
        </Answer>
      </Section>
      {editing !== null && (
        <ActionPlanModal
          plan={editing}
          roundId={editing.roundId}
          unitId={undefined}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
};
