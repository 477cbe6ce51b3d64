import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../ui/form-modal';
import { notifyDone } from '../../ui/notify';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { EMPLOYER_ROLES, type Invite } from '../views';
import { EmployeeSearch } from './employee-search';
import { invitationsQuery, invite } from './queries';

const FIELDS = ['email', 'name', 'role', 'language', 'employeeNumber'];
const EMPTY: Invite & { employeeNumber: string } = {
  email: '',
  name: '',
  role: 'line-manager',
  language: 'da',
  employeeNumber: '',
};

const asText = (error: unknown): string | undefined => (typeof error === 'string' ? error : undefined);

const useInvite = (onClose: () => void) => {
  const { t } = useTranslation(['users', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const filled = (value: string) => (value.trim() === '' ? t('app:required') : null);
  const form = useForm({ initialValues: EMPTY, validate: { email: filled, name: filled } });
  const send = useMutation({
    mutationFn: (values: typeof EMPTY) => {
      const number = values.employeeNumber.trim();
      return invite({ ...values, email: values.email.trim(), employeeNumber: number === '' ? null : number });
    },
    onSuccess: async () => {
      notifyDone(t('sent'));
      form.reset();
      onClose();
      await client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, send };
};

export const InviteModal = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation(['users', 'access']);
  const { form, send } = useInvite(onClose);
  return (
    <FormModal
      opened={opened}
      title={t('invite')}
      submitLabel={t('invite')}
      busy={send.isPending}
      error={unshown(send.error, FIELDS)}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => send.mutate(values))}
    >
      <Text size="sm">{t('inviteHint')}</Text>
      <TextInput
        label={t('email')}
        type="email"
        withAsterisk
        data-autofocus
        {...form.getInputProps('email')}
      />
      <TextInput label={t('name')} maxLength={100} withAsterisk {...form.getInputProps('name')} />
      <Select
        label={t('role')}
        data={EMPLOYER_ROLES.map((value) => ({ value, label: t(`access:roles.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <Text size="sm">{t('employeeHint')}</Text>
      <EmployeeSearch
        begun={form.values.name}
        value={form.values.employeeNumber}
        onChange={(number) => form.setFieldValue('employeeNumber', number)}
        error={asText(form.errors.employeeNumber)}
      />
      <Select
        label={t('language')}
        data={[
          { value: 'da', label: 'Dansk' },
          { value: 'en', label: 'English' },
        ]}
        {...form.getInputProps('language')}
      />
    </FormModal>
  );
};
