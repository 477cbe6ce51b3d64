import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { Failure } from '../ui/states';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { resetPassword } from './account/queries';
import { Door } from './door';
import { useLinkToken } from './link-token';
import { NewPasswordField } from './new-password-field';

const ResetForm = () => {
  const { t } = useTranslation('account');
  const token = useLinkToken();
  const faults = useFieldFaults();
  const form = useForm({ initialValues: { password: '' } });
  const reset = useMutation({
    mutationFn: (password: string) => resetPassword({ token, password }),
    onError: (error) => form.setErrors(faults(error)),
  });
  if (reset.isSuccess) {
    return (
      <Stack gap="sm">
        <Notice tone="calm">{t('reset.done')}</Notice>
        <ButtonLink to="/sign-in" fullWidth>
          {t('reset.enter')}
        </ButtonLink>
      </Stack>
    );
  }
  const failure = unshown(reset.error, ['password']);
  return (
    <form onSubmit={form.onSubmit(({ password }) => reset.mutate(password))}>
      <Stack gap="sm">
        {failure !== null && <Failure error={failure} />}
        <NewPasswordField {...form.getInputProps('password')} />
        <Button type="submit" fullWidth loading={reset.isPending}>
          {t('reset.submit')}
        </Button>
      </Stack>
    </form>
  );
};

/** Where the mailed link leads. */
export const ResetPage = () => {
  const { t } = useTranslation('account');
  useEffect(() => {
    document.title = `${t('reset.title')} · Nærvær`;
  }, [t]);
  return (
    <Door title={t('reset.title')} intro={t('reset.intro')}>
      <ResetForm />
    </Door>
  );
};
