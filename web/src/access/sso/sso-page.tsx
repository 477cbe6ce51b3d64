import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../ui/copy-text';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import type { SsoConnection } from '../views';
import { DirectorySection } from '../scim/directory-section';
import { ConnectionModal } from './connection-modal';
import { ConnectionsTable } from './connections-table';
import { KeysSection } from './keys-section';
import { connectionsQuery } from './queries';

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
            <Section title={t('providers')} flush>
              <ConnectionsTable connections={connections} onChange={setEdited} />
            </Section>
            {connections.some(({ protocol }) => protocol === 'saml') && <KeysSection />}
            <Section title={t('signInUrl')}>
              <CopyText text={signInUrl} />
            </Section>
            <DirectorySection />
          </Stack>
        )}
      </Answer>
      {edited !== null && (
        <ConnectionModal connection={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
};
