import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../ui/form-modal';
import { notifyDone } from '../../ui/notify';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import type { Role } from '../views';
import { EmployeeSearch } from './employee-search';

const FIELDS = ['email', 'name', 'role', 'language', 'employeeNumber'];
type Language = 'da' | 'en';
const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'da', label: 'Dansk' },
  { value: 'en', label: 'English' },
];

export type Invited<Given extends Role> = {
  email: string;
  name: string;
  role: Given;
  language: Language;
  /** Where it is asked for. */
  employeeNumber: string | null;
};

type Inviting<Given extends Role> = {
  /** Those that may be given. */
  roles: readonly Given[];
  first: Given;
  invite: (invited: Invited<Given>) => Promise<unknown>;
  /** The query of the open invitations. */
  list: readonly string[];
  onClose: () => void;
};

type Props<Given extends Role> = Inviting<Given> & {
  title: string;
  /** An employer says which employee a user is. */
  asksEmployee?: boolean;
  opened: boolean;
};

const asText = (error: unknown): string | undefined => (typeof error === 'string' ? error : undefined);

const useInvite = <Given extends Role>({ roles, first, invite, list, onClose }: Inviting<Given>) => {
  const { t } = useTranslation(['users', 'app']);
  const client = useQueryClient();
  const faults = useFieldFaults();
  const filled = (value: string) => (value.trim() === '' ? t('app:required') : null);
  const form = useForm<{
    email: string;
    name: string;
    role: string;
    language: Language;
    employeeNumber: string;
  }>({
    initialValues: { email: '', name: '', role: first, language: 'da', employeeNumber: '' },
    validate: { email: filled, name: filled },
  });
  const send = useMutation({
    mutationFn: (values: typeof form.values) =>
      invite({
        ...values,
        email: values.email.trim(),
        role: roles.find((role) => role === values.role) ?? first,
        employeeNumber: values.employeeNumber.trim() || null,
      }),
    onSuccess: async () => {
      notifyDone(t('sent'));
      form.reset();
      onClose();
      await client.invalidateQueries({ queryKey: list });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, send };
};

/** Invites a user by mail: of an employer by its administrator, of a provider or party by a colleague. */
export const InviteModal = <Given extends Role>(props: Props<Given>) => {
  const { t } = useTranslation(['users', 'access']);
  const { title, roles, asksEmployee = false, opened, onClose } = props;
  const { form, send } = useInvite(props);
  const { name, employeeNumber } = form.values;
  return (
    <FormModal
      opened={opened}
      title={title}
      submitLabel={title}
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
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: t(`access:roles.${value}`) }))}
        {...form.getInputProps('role')}
      />
      {asksEmployee && (
        <>
          <Text size="sm">{t('employeeHint')}</Text>
          <EmployeeSearch
            begun={name}
            value={employeeNumber}
            onChange={(number) => form.setFieldValue('employeeNumber', number)}
            error={asText(form.errors.employeeNumber)}
          />
        </>
      )}
      <Select
        label={t('language')}
        allowDeselect={false}
        data={LANGUAGES}
        {...form.getInputProps('language')}
      />
    </FormModal>
  );
};
