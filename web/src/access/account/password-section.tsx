import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../ui/notify';
import { Section } from '../../ui/section';
import { Failure } from '../../ui/states';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { changePassword, ownSessionsQuery } from './queries';

const useChange = () => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({ initialValues: { current: '', next: '' } });
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      form.reset();
      notifyDone(t('password.changed'));
      await client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, change };
};

export const PasswordSection = () => {
  const { t } = useTranslation(['account', 'access']);
  const { form, change } = useChange();
  const eye = { 'aria-label': t('access:signIn.showPassword') };
  const failure = unshown(change.error, ['current', 'next']);
  return (
    <Section title={t('password.title')}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack gap="sm">
          {failure !== null && <Failure error={failure} />}
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={eye}
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label={t('password.next')}
            description={t('password.nextHint')}
            autoComplete="new-password"
            minLength={12}
            maxLength={128}
            required
            withAsterisk={false}
            visibilityToggleButtonProps={eye}
            {...form.getInputProps('next')}
          />
          <div>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('password.change')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
};
