import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';

type Props = {
  label: string;
  title: string;
  /** What happens, in plain words. */
  children: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  busy?: boolean;
  /** Smaller within a table. */
  size?: 'sm' | 'compact-xs';
  onConfirm: () => void;
};

/** A button whose act cannot simply be taken back: it asks first. */
export const ConfirmButton = (props: Props) => {
  const { label, title, children, confirmLabel, danger, busy, size = 'sm', onConfirm } = props;
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const confirm = (): void => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button size={size} variant="default" loading={busy === true} onClick={open}>
        {label}
      </Button>
      <Dialog opened={opened} onClose={close} title={title}>
        <Text size="sm">{children}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button color={danger === true ? 'red.9' : 'presence'} onClick={confirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Dialog>
    </>
  );
};
