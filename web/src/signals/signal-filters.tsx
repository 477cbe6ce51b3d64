import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unitChoices } from '../organisations/unit-choices';
import { unitsQuery } from '../organisations/queries';
import { choiceParam } from '../ui/search-params';
import styles from './signals-page.module.css';
import { useRuleName } from './use-rule-name';
import { RULES, SIGNAL_STATES } from './views';

const route = getRouteApi('/house/signals');
const STATES = [...SIGNAL_STATES, 'all'] as const;

export const SignalFilters = () => {
  const { t } = useTranslation(['signals', 'app']);
  const { state, rule, unit } = route.useSearch();
  const navigate = route.useNavigate();
  const units = useQuery(unitsQuery);
  const ruleName = useRuleName();
  const change = (next: { state?: (typeof STATES)[number]; rule?: string; unit?: string }): void =>
    void navigate({ search: (old) => ({ ...old, ...next, page: undefined }) });
  const anything = { value: '', label: t('app:all') };
  return (
    <div className={`${styles.filters} no-print`}>
      <Select
        label={t('filters.state')}
        value={state ?? ''}
        data={[
          { value: '', label: t('filters.standing') },
          ...STATES.map((value) => ({ value, label: value === 'all' ? t('app:all') : t(`states.${value}`) })),
        ]}
        onChange={(value) => change({ state: choiceParam(value, STATES) })}
      />
      <Select
        label={t('filters.rule')}
        value={rule ?? ''}
        data={[anything, ...RULES.map((value) => ({ value, label: ruleName(value) }))]}
        onChange={(value) => change({ rule: value === null || value === '' ? undefined : value })}
      />
      <Select
        label={t('filters.unit')}
        searchable
        value={unit ?? ''}
        data={[anything, ...(units.data === undefined ? [] : unitChoices(units.data))]}
        onChange={(value) => change({ unit: value === null || value === '' ? undefined : value })}
      />
    </div>
  );
};
