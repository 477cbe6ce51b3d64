import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { makeToken, tokensQuery } from './queries';
import { MACHINE_ROLES, type MachineRole, type NewToken, type TokenMade } from './views';

type Props = { opened: boolean; onClose: () => void; onMade: (token: TokenMade) => void };
type Values = { name: string; role: MachineRole; days: string; scopes: string };

/** How long a token may work, in days. */
const LIVES = ['30', '90', '365', '730'] as const;

const tokenOf = ({ name, role, days, scopes }: Values): NewToken => {
  const named = scopes.split(/[\s,]+/).filter((scope) => scope !== '');
  return { name, role, days: Number(days), scopes: named.length === 0 ? null : named };
};

const useIssue = ({ onClose, onMade }: Props) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<Values>({
    initialValues: { name: '', role: 'hr-manager', days: '365', scopes: '' },
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
  const { form, issue } = useIssue(props);
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
        data={MACHINE_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <Select
        label={t('tokens.days')}
        data={LIVES.map((value) => ({ value, label: t('tokens.daysCount', { count: Number(value) }) }))}
        {...form.getInputProps('days')}
      />
      <TextInput
        label={t('tokens.scopes')}
        description={t('tokens.scopesHint')}
        {...form.getInputProps('scopes')}
      />
    </FormModal>
  );
};
