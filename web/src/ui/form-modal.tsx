import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import { Failure } from './states';

type Props = {
  opened: boolean;
  title: string;
  submitLabel: string;
  busy: boolean;
  /** What the server said against it, as far as no field shows it. */
  error: unknown;
  danger?: boolean;
  onClose: () => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
};

export const FormModal = (props: Props) => {
  const { opened, title, submitLabel, busy, error, danger = false, onClose, onSubmit, children } = props;
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          {error !== null && error !== undefined && <Failure error={error} />}
          {children}
        </Stack>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy} color={danger ? 'red.9' : 'presence'}>
            {submitLabel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
