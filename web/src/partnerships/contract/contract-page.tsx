import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Day } from '../../ui/day';
import { ButtonLink, TextLink } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { Section, Stack } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { Status, type Tone } from '../../ui/status';
import { PartnershipFrame } from '../partnership-frame';
import { BaselineSection } from './baseline-section';
import { ContractSections } from './contract-sections';
import styles from './contract.module.css';
import { contractQuery, startDraft } from './queries';
import { useContractStep } from './use-contract-step';
import type { Contract, ContractVersionRow } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/contract');

const TONES: Record<ContractVersionRow['state'], Tone> = {
  draft: 'quiet',
  proposed: 'attention',
  agreed: 'calm',
};

const OpenVersion = ({ partnershipId, open }: { partnershipId: string; open: ContractVersionRow }) => {
  const { t } = useTranslation('contract');
  const { version } = open;
  return (
    <Notice tone={open.proposed === null ? 'quiet' : 'attention'}>
      <div className={styles.bar}>
        <span>
          {open.proposed === null
            ? t('open.draft', { version })
            : t('open.proposed', { version, name: open.proposed.name, party: open.proposed.party })}
        </span>
        <ButtonLink
          size="xs"
          variant="default"
          to="/partnerships/$partnershipId/contract/$version"
          params={{ partnershipId, version: String(version) }}
        >
          {t(open.proposed === null ? 'open.edit' : 'open.read')}
        </ButtonLink>
      </div>
    </Notice>
  );
};

const Versions = ({ partnershipId, versions }: { partnershipId: string; versions: ContractVersionRow[] }) => {
  const { t } = useTranslation('contract');
  const by = (signature: ContractVersionRow['agreed']) =>
    signature === null ? '–' : t('versions.by', { name: signature.name, party: signature.party });
  return (
    <Section title={t('versions.title')} aside={t('versions.hint')} flush>
      <DataTable
        caption={t('versions.title')}
        rows={versions}
        rowKey={({ version }) => String(version)}
        empty={<Empty title={t('none')} />}
        columns={[
          {
            key: 'version',
            head: t('versions.version'),
            main: true,
            cell: ({ version, state }) => (
              <>
                <TextLink
                  to="/partnerships/$partnershipId/contract/$version"
                  params={{ partnershipId, version: String(version) }}
                >
                  {t('version', { version })}
                </TextLink>{' '}
                <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>
              </>
            ),
          },
          {
            key: 'from',
            head: t('versions.validFrom'),
            cell: ({ validFrom }) => <Day on={validFrom} />,
          },
          { key: 'reason', head: t('agreement.reason'), cell: ({ reason }) => reason || '–' },
          { key: 'proposed', head: t('versions.proposed'), cell: ({ proposed }) => by(proposed) },
          { key: 'agreed', head: t('versions.agreed'), cell: ({ agreed }) => by(agreed) },
          {
            key: 'changes',
            head: t('act'),
            act: true,
            cell: ({ version }) =>
              version > 1 && (
                <TextLink
                  to="/partnerships/$partnershipId/contract/$version/changes"
                  params={{ partnershipId, version: String(version) }}
                >
                  {t('versions.changes')}
                </TextLink>
              ),
          },
        ]}
      />
    </Section>
  );
};

const StartDraft = ({ partnershipId, contract }: { partnershipId: string; contract: Contract }) => {
  const { t } = useTranslation('contract');
  const navigate = route.useNavigate();
  const start = useContractStep(partnershipId, () => startDraft(partnershipId), {
    done: t('states.draft'),
    then: ({ version }) =>
      void navigate({
        to: '/partnerships/$partnershipId/contract/$version',
        params: { partnershipId, version: String(version) },
      }),
  });
  const isOpen = contract.versions.some(({ state }) => state !== 'agreed');
  if (isOpen || !contract.abilities.includes('contract.draft')) return null;
  return (
    <Button variant="default" loading={start.isPending} onClick={() => start.mutate(undefined)}>
      {t(contract.inForce === null ? 'start' : 'startAddendum')}
    </Button>
  );
};

const Loaded = ({ partnershipId, contract }: { partnershipId: string; contract: Contract }) => {
  const { t } = useTranslation('contract');
  const open = contract.versions.find(({ state }) => state !== 'agreed');
  return (
    <>
      {contract.partyId === null && <Notice tone="attention">{t('noParty')}</Notice>}
      {open !== undefined && <OpenVersion partnershipId={partnershipId} open={open} />}
      <Stack>
        {contract.inForce === null ? (
          <Section title={t('agreement.title')}>
            <Empty title={t('none')} icon="partnerships">
              {t('noneHint')}
            </Empty>
          </Section>
        ) : (
          <>
            <ContractSections version={contract.inForce} members={contract.members} />
            {contract.sees.includes('figures') && <BaselineSection partnershipId={partnershipId} />}
          </>
        )}
        {contract.versions.length > 0 && (
          <Versions partnershipId={partnershipId} versions={contract.versions} />
        )}
      </Stack>
    </>
  );
};

export const ContractPage = () => {
  const { partnershipId } = route.useParams();
  const contract = useQuery(contractQuery(partnershipId));
  return (
    <PartnershipFrame
      partnershipId={partnershipId}
      actions={contract.data && <StartDraft partnershipId={partnershipId} contract={contract.data} />}
    >
      {() => (
        <Answer query={contract} lines={8}>
          {(found) => <Loaded partnershipId={partnershipId} contract={found} />}
        </Answer>
      )}
    </PartnershipFrame>
  );
};
