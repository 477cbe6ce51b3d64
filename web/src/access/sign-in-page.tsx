import { Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf, ProblemError } from '../api/problem';
import { TextLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { Failure } from '../ui/states';
import { useWord } from '../ui/use-word';
import { enterByPasskey } from './account/queries';
import { Door } from './door';
import { ownPath } from './own-path';
import { signIn } from './queries';
import { SecondStep } from './second-step';
import type { SessionView } from './views';

const route = getRouteApi('/sign-in');

const useArrival = (): ((session: SessionView) => void) => {
  const router = useRouter();
  const { to } = route.useSearch();
  return (session) => router.history.push(session.hat === null ? '/hats' : ownPath(to));
};

type FormProps = { onEntered: (session: SessionView) => void; onSecondStep: () => void };

const PasswordForm = ({ onEntered, onSecondStep }: FormProps) => {
  const { t } = useTranslation(['access', 'account']);
  const client = useQueryClient();
  const form = useForm({ initialValues: { email: '', password: '' } });
  const enter = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(client, email, password),
    onSuccess: onEntered,
    onError: (error) => {
      if (problemOf(error).code === 'second-factor-wanted') onSecondStep();
    },
  });
  const refused = enter.error !== null && problemOf(enter.error).status === 401;
  return (
    <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack gap="sm">
        {enter.error !== null && !refused && <Failure error={enter.error} />}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username webauthn"
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
        <TextLink to="/forgot" size="sm">
          {t('account:enter.forgot')}
        </TextLink>
      </Stack>
    </form>
  );
};

const PasskeyButton = ({ onEntered }: { onEntered: (session: SessionView) => void }) => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const enter = useMutation({ mutationFn: () => enterByPasskey(client), onSuccess: onEntered });
  return (
    <Stack gap="xs">
      {enter.error instanceof ProblemError && <Failure error={enter.error} />}
      {enter.error !== null && !(enter.error instanceof ProblemError) && (
        <Notice tone="attention">{t('passkeys.failed')}</Notice>
      )}
      <Button variant="default" fullWidth loading={enter.isPending} onClick={() => enter.mutate()}>
        {t('enter.passkey')}
      </Button>
    </Stack>
  );
};

export const SignInPage = () => {
  const { t } = useTranslation(['access', 'account']);
  const arrive = useArrival();
  const word = useWord();
  const { sso } = route.useSearch();
  const [step, setStep] = useState<'password' | 'code'>('password');
  useEffect(() => {
    document.title = `${t('signIn.title')} · Nærvær`;
  }, [t]);
  if (step === 'code') {
    return (
      <Door title={t('account:enter.stepTitle')} intro={t('account:enter.stepIntro')}>
        <SecondStep onEntered={arrive} onAgain={() => setStep('password')} />
      </Door>
    );
  }
  return (
    <Door title={t('signIn.title')} intro={t('signIn.intro')}>
      {sso !== undefined && <Notice tone="attention">{word('sso', 'refusals', sso)}</Notice>}
      <PasswordForm onEntered={arrive} onSecondStep={() => setStep('code')} />
      <Divider my="md" />
      <PasskeyButton onEntered={arrive} />
    </Door>
  );
};
