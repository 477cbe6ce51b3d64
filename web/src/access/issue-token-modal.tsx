import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { fieldFaults, unshown } from '../ui/field-faults';
import { FormModal } from '../ui/form-modal';
import { today } from '../ui/today';
import { issueToken, tokensQuery } from './queries';
import type { IssuedToken } from './views';

type Props = { opened: boolean; onClose: () => void; onIssued: (token: IssuedToken) => void };
type Values = { name: string; expiresOn: string | null };

export const IssueTokenModal = ({ opened, onClose, onIssued }: Props) => {
  const { t } = useTranslation(['access', 'app']);
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { name: '', expiresOn: null },
    validate: { name: (name) => (name.trim() === '' ? t('app:required') : null) },
  });
  const issue = useMutation({
    mutationFn: issueToken,
    onSuccess: async (token) => {
      onIssued(token);
      onClose();
      form.reset();
      await client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
    onError: (error) => form.setErrors(fieldFaults(error)),
  });
  return (
    <FormModal
      opened={opened}
      title={t('access:tokens.issue')}
      submitLabel={t('access:tokens.issue')}
      busy={issue.isPending}
      error={unshown(issue.error, ['name', 'expiresOn'])}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => issue.mutate(values))}
    >
      <TextInput
        label={t('access:tokens.name')}
        description={t('access:tokens.nameHint')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      <DayField
        label={t('access:tokens.expires')}
        clearable
        min={today()}
        {...form.getInputProps('expiresOn')}
      />
    </FormModal>
  );
};
