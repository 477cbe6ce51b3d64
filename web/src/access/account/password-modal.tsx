import { PasswordInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../ui/form-modal';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';

type Props<Done> = {
  opened: boolean;
  title: string;
  hint: string;
  danger?: boolean;
  act: (password: string) => Promise<Done>;
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** Asks for the password once more before something about one's own access changes. */
export const PasswordModal = <Done,>({ opened, title, hint, danger, act, onDone, onClose }: Props<Done>) => {
  const { t } = useTranslation(['account', 'access']);
  const faults = useFieldFaults();
  const form = useForm({ initialValues: { password: '' } });
  const run = useMutation({
    mutationFn: act,
    onSuccess: (done) => {
      form.reset();
      onClose();
      onDone(done);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened={opened}
      title={title}
      submitLabel={t('factor.goOn')}
      busy={run.isPending}
      danger={danger === true}
      error={unshown(run.error, ['password'])}
      onClose={onClose}
      onSubmit={form.onSubmit(({ password }) => run.mutate(password))}
    >
      <Text size="sm">{hint}</Text>
      <PasswordInput
        label={t('factor.password')}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('access:signIn.showPassword') }}
        {...form.getInputProps('password')}
      />
    </FormModal>
  );
};
