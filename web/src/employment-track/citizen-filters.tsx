import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { choiceParam } from '../ui/search-params';
import styles from './citizens-page.module.css';
import { BENEFITS, CITIZEN_SCOPES, CONTACT_FILTERS } from './views';

const route = getRouteApi('/house/employment-track');

export const CitizenFilters = () => {
  const { t } = useTranslation(['employmentTrack', 'app']);
  const { role } = useHat();
  const { scope, benefit, contact } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: object): void =>
    void navigate({ search: (old) => ({ ...old, ...next, page: undefined }) });
  const anything = { value: '', label: t('app:all') };
  return (
    <div className={`${styles.filters} no-print`}>
      {role === 'caseworker' && (
        <Select
          label={t('filters.scope')}
          value={scope ?? 'mine'}
          data={CITIZEN_SCOPES.map((value) => ({ value, label: t(`employmentTrack:scopes.${value}`) }))}
          onChange={(value) => change({ scope: choiceParam(value, CITIZEN_SCOPES) })}
        />
      )}
      <Select
        label={t('filters.benefit')}
        value={benefit ?? ''}
        data={[
          anything,
          ...BENEFITS.map((value) => ({ value, label: t(`employmentTrack:benefits.${value}`) })),
        ]}
        onChange={(value) => change({ benefit: choiceParam(value, BENEFITS) })}
      />
      <Select
        label={t('filters.contact')}
        value={contact ?? ''}
        data={[
          anything,
          ...CONTACT_FILTERS.map((value) => ({ value, label: t(`employmentTrack:contactFilters.${value}`) })),
        ]}
        onChange={(value) => change({ contact: choiceParam(value, CONTACT_FILTERS) })}
      />
    </div>
  );
};
