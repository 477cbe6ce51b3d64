import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';
import type { TokenMade } from './views';

/** The only time a token can be read. */
export const NewToken = ({ token, onSeen }: { token: TokenMade; onSeen: () => void }) => {
  const { t } = useTranslation('access');
  return (
    <Notice tone="attention" title={t('tokens.issued')}>
      <Text size="sm">{t('tokens.issuedHint')}</Text>
      <Code block my="xs">
        {token.token}
      </Code>
      <Group gap="xs">
        <CopyButton value={token.token}>
          {({ copied, copy }) => (
            <Button size="compact-sm" onClick={copy}>
              {copied ? t('tokens.copied') : t('tokens.copy')}
            </Button>
          )}
        </CopyButton>
        <Button size="compact-sm" variant="default" onClick={onSeen}>
          {t('tokens.seen')}
        </Button>
      </Group>
    </Notice>
  );
};
