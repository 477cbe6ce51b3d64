import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem';
import { Failure } from '../ui/states';
import { Door } from './door';
import { signIn } from './queries';

const route = getRouteApi('/sign-in');

/** Only a path of our own may be the place to go on to. */
const ownPath = (to: string | undefined): string => (to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/');

const useSignIn = () => {
  const client = useQueryClient();
  const router = useRouter();
  const { to } = route.useSearch();
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(client, email, password),
    onSuccess: (session) => router.history.push(session.hat === null ? '/hats' : ownPath(to)),
  });
};

const SignInForm = () => {
  const { t } = useTranslation('access');
  const enter = useSignIn();
  const form = useForm({ initialValues: { email: '', password: '' } });
  const refused = enter.error !== null && problemOf(enter.error).status === 401;
  return (
    <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack gap="sm">
        {enter.error !== null && !refused && <Failure error={enter.error} />}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
          error={refused ? t('signIn.refused') : null}
        />
        <Button type="submit" mt="xs" fullWidth loading={enter.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
};

export const SignInPage = () => {
  const { t } = useTranslation('access');
  useEffect(() => {
    document.title = `${t('signIn.title')} · Nærvær`;
  }, [t]);
  return (
    <Door title={t('signIn.title')} intro={t('signIn.intro')}>
      <SignInForm />
    </Door>
  );
};
