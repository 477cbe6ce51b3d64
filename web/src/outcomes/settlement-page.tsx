import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PartnershipFrame } from '../partnerships/partnership-frame';
import { Facts } from '../ui/facts';
import { Fold } from '../ui/fold';
import { Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import styles from './outcomes.module.css';
import { settlementQuery } from './queries';
import { SettlementHead } from './settlement-head';
import { StatementSections } from './statement-sections';
import type { SettlementView } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/settlements/$settlementId');

const Seals = ({ settlement }: { settlement: SettlementView }) => {
  const { t } = useTranslation('outcomes');
  const hash = (text: string | null) => <span className={styles.hash}>{text ?? '–'}</span>;
  return (
    <Facts
      items={[
        { label: t('seals.contract'), value: hash(settlement.contractHash) },
        { label: t('seals.snapshot'), value: hash(settlement.snapshotHash) },
        { label: t('seals.statement'), value: hash(settlement.statementHash) },
        { label: t('seals.signature'), value: hash(settlement.signature) },
        { label: t('seals.key'), value: hash(settlement.publicKey) },
      ]}
    />
  );
};

const Settlement = ({ partnershipId, settlement }: { partnershipId: string; settlement: SettlementView }) => {
  const { t } = useTranslation('outcomes');
  const { statement } = settlement;
  return (
    <Stack>
      <SettlementHead partnershipId={partnershipId} settlement={settlement} />
      {statement !== null && <StatementSections statement={statement} />}
      {statement !== null && (
        <Section title={t('seals.title')} flush>
          <p className={styles.inset}>{t('seals.hint')}</p>
          <Fold title={t('seals.all')}>
            <Seals settlement={settlement} />
          </Fold>
        </Section>
      )}
    </Stack>
  );
};

/** One settlement with every line, who has taken which step, and what it is sealed by. */
export const SettlementPage = () => {
  const { partnershipId, settlementId } = route.useParams();
  const settlement = useQuery(settlementQuery(partnershipId, settlementId));
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {() => (
        <Answer query={settlement} lines={10}>
          {(view) => <Settlement partnershipId={partnershipId} settlement={view} />}
        </Answer>
      )}
    </PartnershipFrame>
  );
};
