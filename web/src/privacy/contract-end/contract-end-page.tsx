import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Views } from '../../api/client';
import { CopyText } from '../../ui/copy-text';
import { Day } from '../../ui/day';
import { Facts } from '../../ui/facts';
import { TextLink } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import { EndDecision } from './end-decision';
import { contractEndQuery, EVERYTHING } from './queries';

type End = Views['ContractEndView'];

/** What must be kept though the contract ends is the employer's to keep: it is handed over, or the hold is lifted. */
const Held = ({ isHeld }: End) => {
  const { t } = useTranslation('contractEnd');
  if (!isHeld) return null;
  return (
    <Notice tone="attention" title={t('erase.held')}>
      {t('erase.heldHint')}
    </Notice>
  );
};

const HandOver = ({ decision, abilities }: End) => {
  const { t } = useTranslation('contractEnd');
  const confirmed = decision !== null && decision.confirmedAt !== null;
  if (!confirmed) return <Text size="sm">{t('handOver.first')}</Text>;
  if (!abilities.includes('contract-end.export')) return <Text size="sm">{t('handOver.byHr')}</Text>;
  return (
    <>
      <Text size="sm" mb="sm">
        {t('handOver.hint')}
      </Text>
      <Button component="a" href={EVERYTHING} download variant="default">
        {t('handOver.download')}
      </Button>
    </>
  );
};

const Erasing = ({ unreadableFrom, keyBackupDays, databaseBackupDays, publicKey }: End) => {
  const { t } = useTranslation('contractEnd');
  return (
    <>
      <Text size="sm" mb="sm">
        {t('erase.hint')}
      </Text>
      <Facts
        items={[
          { label: t('erase.keys'), value: t('erase.days', { count: keyBackupDays }) },
          { label: t('erase.database'), value: t('erase.days', { count: databaseBackupDays }) },
          {
            label: t('erase.unreadable'),
            value: unreadableFrom === null ? t('erase.notDecided') : <Day on={unreadableFrom} />,
          },
          { label: t('erase.publicKey'), value: <CopyText text={publicKey.trim()} /> },
        ]}
      />
      <p className="basis">{t('erase.check')}</p>
    </>
  );
};

/** How an employer's contract ends: decided by two, everything handed over, then everything erased. */
export const ContractEndPage = () => {
  const { t } = useTranslation(['contractEnd', 'app']);
  const query = useQuery(contractEndQuery);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro')}
        path={[
          <TextLink key="retention" to="/retention">
            {t('app:places.retention')}
          </TextLink>,
        ]}
      />
      <Answer query={query} lines={8}>
        {(end) => (
          <Stack>
            <Section title={t('decision.title')}>
              <EndDecision end={end} />
            </Section>
            <Section title={t('handOver.title')}>
              <HandOver {...end} />
            </Section>
            <Section title={t('erase.title')}>
              <Held {...end} />
              <Erasing {...end} />
            </Section>
          </Stack>
        )}
      </Answer>
    </>
  );
};
