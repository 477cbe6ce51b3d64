import { Button, Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice';

/** The only time the codes can be read. */
export const BackupCodes = ({ codes, onSeen }: { codes: string[]; onSeen: () => void }) => {
  const { t } = useTranslation('account');
  return (
    <Notice tone="attention" title={t('factor.backup')}>
      <Text size="sm">{t('factor.backupHint')}</Text>
      <Code block my="xs">
        {codes.join('\n')}
      </Code>
      <Button size="compact-sm" onClick={onSeen}>
        {t('factor.saved')}
      </Button>
    </Notice>
  );
};
