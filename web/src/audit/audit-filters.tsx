import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { choiceParam } from '../ui/search-params';
import { useWord } from '../ui/use-word';
import styles from './audit-page.module.css';
import { auditCountsQuery } from './queries';
import { AUDIT_OUTCOMES, type AuditFilter } from './views';
import { useActionWord } from './use-action-word';

const route = getRouteApi('/house/audit');
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const given = (value: string | null): string | undefined =>
  value === null || value === '' ? undefined : value;

/** What was done by which roles in the period: the only choices that show anything. */
const useChoices = ({ from, to }: AuditFilter): { actions: string[]; roles: string[] } => {
  const counts = useQuery(auditCountsQuery({ from, to })).data?.items ?? [];
  return {
    actions: [...new Set(counts.map(({ action }) => action))],
    roles: [...new Set(counts.map(({ role }) => role))],
  };
};

const PersonField = ({ onPerson }: { onPerson: (id: string | undefined) => void }) => {
  const { t } = useTranslation('audit');
  const { person = '' } = route.useSearch();
  return (
    <TextInput
      key={person}
      label={t('filters.person')}
      defaultValue={person}
      maxLength={36}
      onBlur={({ currentTarget: { value } }) => {
        const id = value.trim().toLowerCase();
        if (id !== person && (id === '' || ID.test(id))) onPerson(given(id));
      }}
    />
  );
};

export const AuditFilters = () => {
  const { t } = useTranslation(['audit', 'app']);
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const word = useWord();
  const actionWord = useActionWord();
  const { actions, roles } = useChoices(filter);
  const change = (next: AuditFilter): void =>
    void navigate({ search: (old) => ({ ...old, ...next, page: undefined }) });
  const anything = { value: '', label: t('app:all') };
  return (
    <div className={`${styles.filters} no-print`}>
      <DayField
        label={t('audit:filters.from')}
        clearable
        value={filter.from ?? null}
        onChange={(from) => change({ from: given(from) })}
      />
      <DayField
        label={t('audit:filters.to')}
        clearable
        value={filter.to ?? null}
        onChange={(to) => change({ to: given(to) })}
      />
      <Select
        label={t('audit:columns.action')}
        searchable
        value={filter.action ?? ''}
        data={[anything, ...actions.map((value) => ({ value, label: actionWord(value) }))]}
        onChange={(action) => change({ action: given(action) })}
      />
      <Select
        label={t('audit:columns.role')}
        value={filter.role ?? ''}
        data={[anything, ...roles.map((value) => ({ value, label: word('audit', 'roles', value) }))]}
        onChange={(role) => change({ role: given(role) })}
      />
      <Select
        label={t('audit:columns.outcome')}
        value={filter.outcome ?? ''}
        data={[anything, ...AUDIT_OUTCOMES.map((value) => ({ value, label: t(`audit:outcomes.${value}`) }))]}
        onChange={(outcome) => change({ outcome: choiceParam(outcome, AUDIT_OUTCOMES) })}
      />
      <PersonField onPerson={(person) => change({ person })} />
    </div>
  );
};
