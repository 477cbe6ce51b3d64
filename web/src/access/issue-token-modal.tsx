import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { makeToken, tokenScopesQuery, tokensQuery } from './queries';
import { MACHINE_ROLES, type MachineRole, type NewToken, type TokenMade } from './views';

type Props = { opened: boolean; onClose: () => void; onMade: (token: TokenMade) => void };
type Values = { name: string; role: MachineRole; days: string; scopes: string[] };

/** How long a token may work, in days. */
const LIVES = ['30', '90', '365', '730'] as const;

const tokenOf = ({ days, scopes, ...token }: Values): NewToken => ({
  ...token,
  days: Number(days),
  scopes: scopes.length === 0 ? null : scopes,
});

/** The permissions of a role in words, by what they are about. */
const useScopes = (role: MachineRole, opened: boolean) => {
  const word = useWord();
  const { data = [] } = useQuery({ ...tokenScopesQuery, enabled: opened });
  const { items = [] } = data.find((one) => one.role === role) ?? {};
  return items.map(({ resource, permissions }) => ({
    group: word('roles', 'resources', resource),
    items: permissions.map((value) => ({ value, label: word('roles', 'permissions', value) })),
  }));
};

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const useIssue = ({ onClose, onMade }: Props) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<Values>({
    initialValues: { name: '', role: 'hr-manager', days: '365', scopes: [] },
    validate: { name: (name) => (name.trim() === '' ? t('required') : null) },
  });
  const issue = useMutation({
    mutationFn: (values: Values) => makeToken(tokenOf(values)),
    onSuccess: async (token) => {
      onMade(token);
      onClose();
      form.reset();
      await client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, issue };
};

export const IssueTokenModal = (props: Props) => {
  const { t } = useTranslation('access');
  const format = useFormat();
  const { form, issue } = useIssue(props);
  const scopes = useScopes(form.values.role, props.opened);
  const role = form.getInputProps('role');
  return (
    <FormModal
      opened={props.opened}
      title={t('tokens.issue')}
      submitLabel={t('tokens.issue')}
      busy={issue.isPending}
      error={unshown(issue.error, ['name', 'role', 'days', 'scopes'])}
      onClose={props.onClose}
      onSubmit={form.onSubmit((values) => issue.mutate(values))}
    >
      <TextInput
        label={t('tokens.name')}
        description={t('tokens.nameHint')}
        withAsterisk
        data-autofocus
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <Select
        label={t('tokens.role')}
        description={t('tokens.roleHint')}
        allowDeselect={false}
        data={MACHINE_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        {...role}
        onChange={(value) => {
          role.onChange(value);
          form.setFieldValue('scopes', []);
        }}
      />
      <Select
        label={t('tokens.days')}
        data={LIVES.map((value) => ({ value, label: t('tokens.daysCount', { count: Number(value) }) }))}
        description={t('tokens.until', { day: format.day(inDays(Number(form.values.days))) })}
        allowDeselect={false}
        {...form.getInputProps('days')}
      />
      <MultiSelect
        label={t('tokens.scopes')}
        description={t('tokens.scopesHint')}
        placeholder={form.values.scopes.length === 0 ? t('tokens.allScopes') : undefined}
        searchable
        clearable
        hidePickedOptions
        data={scopes}
        {...form.getInputProps('scopes')}
      />
    </FormModal>
  );
};
