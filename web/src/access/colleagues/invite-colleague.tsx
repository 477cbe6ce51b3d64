import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../ui/form-modal';
import { notifyDone } from '../../ui/notify';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { invitedColleagues, inviteColleague, type ColleagueRole, type InviteColleague } from './queries';

type Props = { roles: readonly ColleagueRole[]; first: ColleagueRole; opened: boolean; onClose: () => void };

const useInvite = (role: ColleagueRole, onClose: () => void) => {
  const { t } = useTranslation(['users', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const filled = (value: string) => (value.trim() === '' ? t('app:required') : null);
  const form = useForm<InviteColleague>({
    initialValues: { email: '', name: '', role, language: 'da' },
    validate: { email: filled, name: filled },
  });
  const send = useMutation({
    mutationFn: (values: InviteColleague) => inviteColleague({ ...values, email: values.email.trim() }),
    onSuccess: async () => {
      notifyDone(t('sent'));
      form.reset();
      onClose();
      await client.invalidateQueries({ queryKey: invitedColleagues.queryKey });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, send };
};

export const InviteColleagueModal = ({ roles, first, opened, onClose }: Props) => {
  const { t } = useTranslation(['users', 'access']);
  const { form, send } = useInvite(first, onClose);
  return (
    <FormModal
      opened={opened}
      title={t('colleagues.invite')}
      submitLabel={t('colleagues.invite')}
      busy={send.isPending}
      error={unshown(send.error, ['email', 'name', 'role', 'language'])}
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
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: t(`access:roles.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <Select
        label={t('language')}
        allowDeselect={false}
        data={[
          { value: 'da', label: 'Dansk' },
          { value: 'en', label: 'English' },
        ]}
        {...form.getInputProps('language')}
      />
    </FormModal>
  );
};
