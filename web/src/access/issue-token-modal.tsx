import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { makeToken, tokensQuery } from './queries';
import { MACHINE_ROLES, type MachineRole, type TokenMade } from './views';

type Props = { opened: boolean; onClose: () => void; onMade: (token: TokenMade) => void };
type Values = { name: string; role: MachineRole };

const useIssue = ({ onClose, onMade }: Props) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<Values>({
    initialValues: { name: '', role: 'hr-manager' },
    validate: { name: (name) => (name.trim() === '' ? t('required') : null) },
  });
  const issue = useMutation({
    mutationFn: makeToken,
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
      error={unshown(issue.error, ['name', 'role'])}
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
    </FormModal>
  );
};
