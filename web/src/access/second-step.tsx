import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem';
import { Failure } from '../ui/states';
import { completeSignIn } from './account/queries';
import type { SessionView } from './views';

type Props = { onEntered: (session: SessionView) => void; onAgain: () => void };
type Kind = 'totp' | 'backup-code';

const CodeField = ({ kind, ...input }: { kind: Kind; error: string | null }) => {
  const { t } = useTranslation('account');
  return (
    <TextInput
      label={t(kind === 'totp' ? 'enter.code' : 'enter.backupCode')}
      inputMode={kind === 'totp' ? 'numeric' : 'text'}
      autoComplete="one-time-code"
      maxLength={20}
      autoFocus
      required
      withAsterisk={false}
      {...input}
    />
  );
};

/** After the password: the code of the app, or one of the codes kept for when it is lost. */
export const SecondStep = ({ onEntered, onAgain }: Props) => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>('totp');
  const form = useForm({ initialValues: { code: '' } });
  const complete = useMutation({
    mutationFn: (code: string) => completeSignIn(client, { kind, code: code.replaceAll(' ', '') }),
    onSuccess: onEntered,
  });
  const isWrong = complete.error !== null && problemOf(complete.error).code === 'wrong-code';
  const change = (): void => {
    setKind(kind === 'totp' ? 'backup-code' : 'totp');
    form.reset();
    complete.reset();
  };
  return (
    <form onSubmit={form.onSubmit(({ code }) => complete.mutate(code))}>
      <Stack gap="sm">
        {complete.error !== null && !isWrong && <Failure error={complete.error} />}
        <CodeField
          kind={kind}
          {...form.getInputProps('code')}
          error={isWrong ? t('enter.wrongCode') : null}
        />
        <Button type="submit" fullWidth loading={complete.isPending}>
          {t('factor.goOn')}
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={change}>
            {t(kind === 'totp' ? 'enter.useBackup' : 'enter.useApp')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={onAgain}>
            {t('enter.again')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
};
