import { Code, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../ui/form-modal';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import type { TotpBegun } from '../views';
import { PasswordModal } from './password-modal';
import { QrCode } from './qr-code';
import { beginTotp, confirmTotp } from './queries';

type Props = { onClose: () => void; onDone: (backupCodes: string[]) => void };

const secretOf = (totpURI: string): string => new URL(totpURI).searchParams.get('secret') ?? '';

const Confirm = ({ begun, onClose, onDone }: Props & { begun: TotpBegun }) => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm({ initialValues: { code: '' } });
  const confirm = useMutation({
    mutationFn: (code: string) => confirmTotp(client, code),
    onSuccess: () => {
      onDone(begun.backupCodes);
      onClose();
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return (
    <FormModal
      opened
      title={t('factor.beginTitle')}
      submitLabel={t('factor.confirm')}
      busy={confirm.isPending}
      error={unshown(confirm.error, ['code'])}
      onClose={onClose}
      onSubmit={form.onSubmit(({ code }) => confirm.mutate(code.replaceAll(' ', '')))}
    >
      <Text size="sm">{t('factor.scan')}</Text>
      <Stack align="center">
        <QrCode text={begun.totpURI} label={t('factor.qr')} />
      </Stack>
      <Text size="sm">{t('factor.secret')}</Text>
      <Code>{secretOf(begun.totpURI)}</Code>
      <TextInput
        label={t('factor.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        data-autofocus
        {...form.getInputProps('code')}
      />
    </FormModal>
  );
};

/** Password first, then the app's first code. */
export const TotpModal = ({ onClose, onDone }: Props) => {
  const { t } = useTranslation('account');
  const [begun, setBegun] = useState<TotpBegun | null>(null);
  if (begun !== null) return <Confirm begun={begun} onClose={onClose} onDone={onDone} />;
  return (
    <PasswordModal
      opened
      title={t('factor.beginTitle')}
      hint={t('factor.why')}
      act={beginTotp}
      onDone={setBegun}
      onClose={() => undefined}
    />
  );
};
