import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { Failure } from '../ui/states';
import { askForReset } from './account/queries';
import { Door } from './door';

const ForgotForm = () => {
  const { t } = useTranslation(['account', 'access']);
  const form = useForm({ initialValues: { email: '' } });
  const ask = useMutation({ mutationFn: askForReset });
  if (ask.isSuccess) return <Notice tone="calm">{t('forgot.sent')}</Notice>;
  return (
    <form onSubmit={form.onSubmit(({ email }) => ask.mutate(email))}>
      <Stack gap="sm">
        {ask.error !== null && <Failure error={ask.error} />}
        <TextInput
          label={t('access:signIn.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <Button type="submit" fullWidth loading={ask.isPending}>
          {t('forgot.submit')}
        </Button>
      </Stack>
    </form>
  );
};

export const ForgotPage = () => {
  const { t } = useTranslation('account');
  useEffect(() => {
    document.title = `${t('forgot.title')} · Nærvær`;
  }, [t]);
  return (
    <Door title={t('forgot.title')} intro={t('forgot.intro')}>
      <Stack gap="sm">
        <ForgotForm />
        <TextLink to="/sign-in" size="sm">
          {t('forgot.back')}
        </TextLink>
      </Stack>
    </Door>
  );
};
