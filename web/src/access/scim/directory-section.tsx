import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../ui/copy-text';
import { Facts } from '../../ui/facts';
import { TextLink } from '../../ui/link';
import { Section } from '../../ui/section';
import { Answer } from '../../ui/states';
import type { DirectoryRoles } from '../views';
import { groupsWithoutRole } from './groups-without-role';
import { directoryQuery } from './queries';
import { RulesForm } from './rules-form';

const Received = ({ directory }: { directory: DirectoryRoles }) => {
  const { t } = useTranslation('scim');
  const idle = groupsWithoutRole(directory);
  if (directory.groups.length === 0) return <Text size="sm">{t('noGroups')}</Text>;
  return (
    <Text size="sm">
      {t('received', { count: directory.groups.length })}{' '}
      {idle.length > 0 && t('idle', { groups: idle.slice(0, 20).join(', ') })}
    </Text>
  );
};

/** Users and groups that the employer's own directory keeps, by SCIM. */
export const DirectorySection = () => {
  const { t } = useTranslation('scim');
  const query = useQuery(directoryQuery);
  return (
    <Section title={t('title')}>
      <Answer query={query}>
        {(directory) => (
          <Stack gap="md">
            <Text size="sm">{t('intro')}</Text>
            <Facts
              items={[
                { label: t('address'), value: <CopyText text={directory.baseUrl} /> },
                { label: t('token'), value: <TextLink to="/tokens">{t('tokenHint')}</TextLink> },
              ]}
            />
            <Received directory={directory} />
            <RulesForm rules={directory.rules} groups={directory.groups} />
          </Stack>
        )}
      </Answer>
    </Section>
  );
};
