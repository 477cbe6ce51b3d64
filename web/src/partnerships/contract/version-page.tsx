import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { TextLink } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import { PartnershipFrame } from '../partnership-frame';
import { ContractSections } from './contract-sections';
import { DraftForm } from './draft-form';
import { agree, contractQuery, sendBack, versionQuery } from './queries';
import { useContractStep } from './use-contract-step';
import { writtenOf, type Contract, type ContractVersion } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/contract/$version');

type Props = { partnershipId: string; contract: Contract; version: ContractVersion };

const Answering = ({ partnershipId, contract, version }: Props) => {
  const { t } = useTranslation('contract');
  const navigate = route.useNavigate();
  const back = useContractStep(partnershipId, () => sendBack(partnershipId, version.version), {
    done: t('draft.sentBack'),
  });
  const yes = useContractStep(partnershipId, () => agree(partnershipId, version.version, version.hash), {
    done: t('draft.agreedDone'),
    then: () => void navigate({ to: '/partnerships/$partnershipId/contract', params: { partnershipId } }),
  });
  const party = version.content.parties.find(({ id }) => id === contract.partyId)?.name ?? '';
  const mayAgree = contract.abilities.includes('contract.agree') && party !== version.proposed?.party;
  return (
    <Notice tone="attention" title={t('draft.proposedTitle', { version: version.version })}>
      <p>
        {t('open.proposed', {
          version: version.version,
          name: version.proposed?.name ?? '',
          party: version.proposed?.party ?? '',
        })}
      </p>
      <Group mt="sm" gap="xs">
        {mayAgree && (
          <ConfirmButton
            label={t('draft.agree')}
            title={t('draft.agreeTitle', { version: version.version })}
            confirmLabel={t('draft.agree')}
            busy={yes.isPending}
            onConfirm={() => yes.mutate(undefined)}
          >
            {t('draft.agreeHint', { party })}
          </ConfirmButton>
        )}
        {contract.abilities.includes('contract.agree') && (
          <ConfirmButton
            label={t('draft.sendBack')}
            title={t('draft.sendBack')}
            confirmLabel={t('draft.sendBack')}
            busy={back.isPending}
            onConfirm={() => back.mutate(undefined)}
          >
            {t('open.draft', { version: version.version })}
          </ConfirmButton>
        )}
      </Group>
    </Notice>
  );
};

const Version = (props: Props) => {
  const { t } = useTranslation('contract');
  const { partnershipId, contract, version } = props;
  const written = writtenOf(version);
  if (version.state === 'draft' && written !== null && contract.abilities.includes('contract.draft'))
    return (
      <DraftForm
        key={version.revision}
        partnershipId={partnershipId}
        version={version}
        written={written}
        offered={contract.offered}
      />
    );
  return (
    <>
      {version.state === 'proposed' && <Answering {...props} />}
      <Stack>
        {version.version > 1 && (
          <Section title={t('versions.changes')}>
            <TextLink
              to="/partnerships/$partnershipId/contract/$version/changes"
              params={{ partnershipId, version: String(version.version) }}
            >
              {t('changes.title', { version: version.version, against: version.version - 1 })}
            </TextLink>
          </Section>
        )}
        <ContractSections version={version} members={contract.members} />
      </Stack>
    </>
  );
};

export const ContractVersionPage = () => {
  const { partnershipId, version } = route.useParams();
  const contract = useQuery(contractQuery(partnershipId));
  const found = useQuery(versionQuery(partnershipId, Number(version)));
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {() => (
        <Answer query={contract} lines={8}>
          {(whole) => (
            <Answer query={found} lines={8}>
              {(one) => <Version partnershipId={partnershipId} contract={whole} version={one} />}
            </Answer>
          )}
        </Answer>
      )}
    </PartnershipFrame>
  );
};
