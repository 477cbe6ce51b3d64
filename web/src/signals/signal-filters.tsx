import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { UnitSelect } from '../organisations/unit-select';
import { choiceParam } from '../ui/search-params';
import { rulesQuery } from './queries';
import styles from './signals-page.module.css';
import { useRuleName } from './use-rule-name';
import { SIGNAL_BASES, SIGNAL_FILTERS, type SignalBasis, type SignalFilter } from './views';

const route = getRouteApi('/house/signals');

const given = (value: string | null): string | undefined =>
  value === null || value === '' ? undefined : value;

/** Rules in force at any employer in reach, each once. */
const useRules = (): string[] => {
  const rules = useQuery(rulesQuery);
  return [...new Set((rules.data ?? []).flatMap((employer) => employer.rules.map(({ rule }) => rule)))];
};

/** A consultant has no part in introductions. */
const useBases = (): readonly SignalBasis[] => {
  const { tenantId } = useHat();
  return tenantId === null ? SIGNAL_BASES.filter((basis) => basis !== 'introduction') : SIGNAL_BASES;
};

export const SignalFilters = () => {
  const { t } = useTranslation(['signals', 'app']);
  const { state, rule, about, unit } = route.useSearch();
  const navigate = route.useNavigate();
  const bases = useBases();
  const rules = useRules();
  const ruleName = useRuleName();
  const change = (next: { state?: SignalFilter; rule?: string; about?: SignalBasis; unit?: string }): void =>
    void navigate({ search: (old) => ({ ...old, ...next, page: undefined }) });
  const anything = { value: '', label: t('app:all') };
  return (
    <div className={`${styles.filters} no-print`}>
      <Select
        label={t('filters.state')}
        value={state ?? 'open'}
        data={SIGNAL_FILTERS.map((value) => ({ value, label: t(`signals:filters.${value}`) }))}
        onChange={(value) => change({ state: choiceParam(value, SIGNAL_FILTERS) })}
      />
      <Select
        label={t('filters.about')}
        value={about ?? ''}
        data={[anything, ...bases.map((value) => ({ value, label: t(`signals:bases.${value}`) }))]}
        onChange={(value) => change({ about: choiceParam(value, SIGNAL_BASES) })}
      />
      <Select
        label={t('filters.rule')}
        value={rule ?? ''}
        data={[anything, ...rules.map((value) => ({ value, label: ruleName(value) }))]}
        onChange={(value) => change({ rule: given(value) })}
      />
      <UnitSelect
        label={t('filters.unit')}
        value={unit}
        none={t('app:all')}
        onChange={(value) => change({ unit: value })}
      />
    </div>
  );
};
