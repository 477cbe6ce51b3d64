import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { ButtonLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { ChangeRetentionModal } from './change-retention-modal';
import { CprSection } from './cpr-section';
import { HoldsSection } from './holds-section';
import { retentionQuery } from './queries';
import { RetentionTable } from './retention-table';
import type { Retention, RetentionRule } from './views';

const Schedule = ({ retention }: { retention: Retention }) => {
  const [changing, setChanging] = useState<RetentionRule | null>(null);
  const mayChange = retention.abilities.includes('retention.change');
  return (
    <>
      <RetentionTable rules={retention.items} onChange={mayChange ? setChanging : null} />
      {changing !== null && <ChangeRetentionModal rule={changing} onClose={() => setChanging(null)} />}
    </>
  );
};

/** How long what is kept, what is held back from erasing, and whether CPR numbers are kept. */
export const RetentionPage = () => {
  const { t } = useTranslation(['privacy', 'contractEnd']);
  const retention = useQuery(retentionQuery);
  const { role } = useHat();
  return (
    <>
      <PageHeader
        title={t('retention.title')}
        meta={t('retention.intro')}
        actions={
          role !== 'employee-representative' && (
            <ButtonLink to="/contract-end" variant="default">
              {t('contractEnd:open')}
            </ButtonLink>
          )
        }
      />
      <Stack>
        <Section
          title={t('retention.schedule')}
          flush
          aside={
            retention.data &&
            (retention.data.holds === null
              ? t('retention.holdsFew')
              : t('retention.holdsStand', { count: retention.data.holds }))
          }
        >
          <Answer query={retention} lines={8}>
            {(view) => <Schedule retention={view} />}
          </Answer>
        </Section>
        {role === 'hr-manager' && <HoldsSection />}
        {role === 'administrator' && <CprSection />}
      </Stack>
    </>
  );
};
