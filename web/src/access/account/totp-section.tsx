import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section';
import { Answer } from '../../ui/states';
import { Status } from '../../ui/status';
import { BackupCodes } from './backup-codes';
import { PasswordModal } from './password-modal';
import { removeTotp, renewBackupCodes, secondFactorQuery } from './queries';
import { TotpModal } from './totp-modal';

type Opened = 'begin' | 'renew' | 'remove' | null;

const Switches = ({ isOn, onOpen }: { isOn: boolean; onOpen: (dialog: Opened) => void }) => {
  const { t } = useTranslation('account');
  if (!isOn) return <Button onClick={() => onOpen('begin')}>{t('factor.begin')}</Button>;
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => onOpen('renew')}>
        {t('factor.renew')}
      </Button>
      <Button variant="default" onClick={() => onOpen('remove')}>
        {t('factor.remove')}
      </Button>
    </Group>
  );
};

/** The code of an authenticator app beside the password. */
export const TotpSection = ({ onDone }: { onDone?: () => void }) => {
  const { t } = useTranslation('account');
  const factor = useQuery(secondFactorQuery);
  const [opened, setOpened] = useState<Opened>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = (): void => setOpened(null);
  const seen = (): void => {
    setCodes(null);
    onDone?.();
  };
  return (
    <Section title={t('factor.title')}>
      <Answer query={factor} lines={2}>
        {({ totp }) => (
          <>
            <Status tone={totp ? 'calm' : 'attention'}>{t(totp ? 'factor.on' : 'factor.off')}</Status>
            <Text size="sm" my="xs">
              {t('factor.why')}
            </Text>
            {codes === null ? (
              <Switches isOn={totp} onOpen={setOpened} />
            ) : (
              <BackupCodes codes={codes} onSeen={seen} />
            )}
          </>
        )}
      </Answer>
      {opened === 'begin' && <TotpModal onClose={close} onDone={setCodes} />}
      <PasswordModal
        opened={opened === 'renew'}
        title={t('factor.renew')}
        hint={t('factor.renewHint')}
        act={renewBackupCodes}
        onDone={({ backupCodes }) => setCodes(backupCodes)}
        onClose={close}
      />
      <PasswordModal
        opened={opened === 'remove'}
        title={t('factor.remove')}
        hint={t('factor.removeHint')}
        danger
        act={removeTotp}
        onDone={() => void factor.refetch()}
        onClose={close}
      />
    </Section>
  );
};
