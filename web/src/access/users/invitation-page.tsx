import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Views } from '../../api/client';
import { ButtonLink } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { Answer, Failure } from '../../ui/states';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { Door } from '../door';
import { useLinkToken } from '../link-token';
import { NewPasswordField } from '../new-password-field';
import { acceptInvitation, openedInvitation } from './queries';

const Accept = ({ token, opened }: { token: string; opened: Views['OpenedInvitationView'] }) => {
  const { t } = useTranslation(['users', 'access']);
  const faults = useFieldFaults();
  const form = useForm({ initialValues: { password: '' } });
  const accept = useMutation({
    mutationFn: (password: string) =>
      acceptInvitation(opened.wantsPassword ? { token, password } : { token }),
    onError: (error) => form.setErrors(faults(error)),
  });
  if (accept.isSuccess) {
    return (
      <Stack gap="sm">
        <Notice tone="calm">{t('accept.done')}</Notice>
        <ButtonLink to="/sign-in" fullWidth>
          {t('accept.enter')}
        </ButtonLink>
      </Stack>
    );
  }
  const failure = unshown(accept.error, ['password']);
  return (
    <form onSubmit={form.onSubmit(({ password }) => accept.mutate(password))}>
      <Stack gap="sm">
        {failure !== null && <Failure error={failure} />}
        <Text fw={600}>
          {t('accept.to', { role: t(`access:roles.${opened.role}`), party: opened.partyName })}
        </Text>
        <Text size="sm">{opened.email}</Text>
        {opened.wantsPassword ? (
          <NewPasswordField {...form.getInputProps('password')} />
        ) : (
          <Text size="sm">{t('accept.introKnown')}</Text>
        )}
        <Button type="submit" fullWidth loading={accept.isPending}>
          {t('accept.submit')}
        </Button>
      </Stack>
    </form>
  );
};

/** Where the link of an invitation leads. */
export const InvitationPage = () => {
  const { t } = useTranslation('users');
  const token = useLinkToken();
  const opened = useQuery(openedInvitation(token));
  useEffect(() => {
    document.title = `${t('accept.title')} · Nærvær`;
  }, [t]);
  return (
    <Door title={t('accept.title')} intro={t('accept.intro')}>
      <Answer query={opened}>{(invitation) => <Accept token={token} opened={invitation} />}</Answer>
    </Door>
  );
};
