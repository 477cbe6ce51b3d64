import { Button, Code, CopyButton, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import type { SsoConnection } from '../views';
import { ConnectionModal } from './connection-modal';
import { ConnectionsTable } from './connections-table';
import { connectionsQuery } from './queries';

const SignInUrl = ({ address }: { address: string }) => {
  const { t } = useTranslation('sso');
  return (
    <Group gap="xs">
      <Code>{address}</Code>
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
};

/** An employer's identity providers, for its administrator. */
export const SsoPage = () => {
  const { t } = useTranslation('sso');
  const query = useQuery(connectionsQuery);
  const [edited, setEdited] = useState<SsoConnection | 'new' | null>(null);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro')}
        actions={<Button onClick={() => setEdited('new')}>{t('add')}</Button>}
      />
      <Answer query={query}>
        {({ signInUrl, connections }) => (
          <Stack>
            <Section title={t('title')} flush>
              <ConnectionsTable connections={connections} onChange={setEdited} />
            </Section>
            <Section title={t('signInUrl')}>
              <SignInUrl address={signInUrl} />
            </Section>
          </Stack>
        )}
      </Answer>
      {edited !== null && (
        <ConnectionModal connection={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
};
