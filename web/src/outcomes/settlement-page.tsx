import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PartnershipFrame } from '../partnerships/partnership-frame';
import { DataTable } from '../ui/data-table';
import { Day, Moment, Period } from '../ui/day';
import { Facts } from '../ui/facts';
import { TextLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import { Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { useWord } from '../ui/use-word';
import { EstimateSections } from './estimate-sections';
import styles from './outcomes.module.css';
import { settlementQuery } from './queries';
import { SettlementActs } from './settlement-acts';
import { SettlementState } from './settlement-state';
import { StatementSections } from './statement-sections';
import type { SettlementView } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/settlements/$settlementId');

const Steps = ({ settlement }: { settlement: SettlementView }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  return (
    <DataTable
      caption={t('steps.title')}
      rows={settlement.steps}
      rowKey={({ step }) => step}
      empty={<p>{t('steps.none')}</p>}
      columns={[
        { key: 'step', head: t('steps.step'), main: true, cell: ({ step }) => t(`acts.done.${step}`) },
        {
          key: 'by',
          head: t('steps.by'),
          cell: ({ name, party }) => [name, party.name].filter(Boolean).join(', '),
        },
        { key: 'role', head: t('steps.role'), cell: ({ party }) => word('outcomes', 'roles', party.role) },
        { key: 'at', head: t('steps.at'), cell: ({ at }) => <Moment at={at} /> },
        { key: 'note', head: t('acts.note'), cell: ({ note }) => note || '–' },
      ]}
    />
  );
};

const Seals = ({ settlement }: { settlement: SettlementView }) => {
  const { t } = useTranslation('outcomes');
  const hash = (text: string | null) => <span className={styles.hash}>{text ?? '–'}</span>;
  return (
    <>
      <Facts
        items={[
          { label: t('seals.contract'), value: hash(settlement.contractHash) },
          { label: t('seals.snapshot'), value: hash(settlement.snapshotHash) },
          { label: t('seals.statement'), value: hash(settlement.statementHash) },
          { label: t('seals.signature'), value: hash(settlement.signature) },
          { label: t('seals.key'), value: hash(settlement.publicKey) },
        ]}
      />
      <p>{t('seals.hint')}</p>
    </>
  );
};

const Settlement = ({ partnershipId, settlement }: { partnershipId: string; settlement: SettlementView }) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const { statement } = settlement;
  return (
    <Stack>
      <Section
        title={t('settlement.one')}
        aside={
          <TextLink to="/partnerships/$partnershipId/settlements" params={{ partnershipId }}>
            {t('settlement.all')}
          </TextLink>
        }
      >
        <p>
          <Period from={settlement.from} to={settlement.to} /> · <SettlementState state={settlement.state} />
          {settlement.correctsId !== null && <> · {t('settlement.correction')}</>}
          {statement !== null && (
            <>
              {' '}
              · {t('settlement.knownOn')} <Day on={statement.knownOn} />
            </>
          )}
          {settlement.objectionsUntil !== null && (
            <>
              {' '}
              · {t('settlement.objections')} <Day on={settlement.objectionsUntil} />
            </>
          )}
        </p>
        {settlement.state === 'building' && <Progress label={t('settlement.building')} share={null} />}
        {settlement.state === 'failed' && (
          <Notice tone="danger" title={t('settlement.failed')}>
            {word('app', 'problems', settlement.failure ?? '')}
          </Notice>
        )}
        {statement !== null && statement.settled.held > 0 && (
          <Notice tone="attention" title={t('settlement.held')}>
            {t('settlement.heldHint')}
          </Notice>
        )}
        <SettlementActs partnershipId={partnershipId} settlement={settlement} />
      </Section>
      {statement !== null && <StatementSections statement={statement} />}
      {statement?.outcomes.map((outcome) => (
        <EstimateSections
          key={outcome.indicator}
          estimate={{ ...outcome, hidden: null }}
          measure={outcome.indicator}
          amongOthers
        />
      ))}
      <Section title={t('steps.title')} flush>
        <Steps settlement={settlement} />
      </Section>
      <Section title={t('seals.title')}>
        <Seals settlement={settlement} />
      </Section>
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
