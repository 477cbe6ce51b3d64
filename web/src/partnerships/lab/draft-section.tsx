import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { contractQuery, saveDraft, startDraft, versionQuery } from '../contract/queries';
import { useContractStep } from '../contract/use-contract-step';
import { writtenOf, type Contract, type ContractVersion } from '../contract/views';
import { ConfirmButton } from '../../ui/confirm';
import { Section } from '../../ui/section';
import { withTrial } from './draft-of-trial';
import type { TrialView } from './views';

type Props = { partnershipId: string; trial: TrialView };

/** Saves the terms over what the draft says of them. @throws where the writer does not see all of it */
const writeTerms = async (
  { partnershipId, trial }: Props,
  { offered }: Contract,
  draft: ContractVersion,
): Promise<ContractVersion> => {
  const written = writtenOf(draft);
  if (written === null) throw new Error('a draft is written by those who see all of it');
  const { validFrom, reason, revision } = draft;
  const content = withTrial(written, trial.question, offered);
  return saveDraft(partnershipId, draft.version, { content, validFrom, reason, revision });
};

/** From what was tried to what is proposed: the terms go into a draft, begun here where there is none. */
export const DraftSection = (of: Props) => {
  const { t } = useTranslation('lab');
  const navigate = useNavigate();
  const { partnershipId } = of;
  const contract = useQuery(contractQuery(partnershipId));
  const open = contract.data?.versions.find(({ state }) => state !== 'agreed');
  const draft = useQuery({
    ...versionQuery(partnershipId, open?.version ?? 0),
    enabled: open?.state === 'draft',
  });
  const write = useContractStep(
    partnershipId,
    async (known: Contract) => writeTerms(of, known, draft.data ?? (await startDraft(partnershipId))),
    {
      done: t('draft.done'),
      then: ({ version }) =>
        void navigate({
          to: '/partnerships/$partnershipId/contract/$version',
          params: { partnershipId, version: String(version) },
        }),
    },
  );
  const found = contract.data;
  if (!found?.abilities.includes('contract.draft') || open?.state === 'proposed') return null;
  const label = t(open === undefined ? 'draft.start' : 'draft.overwrite');
  return (
    <Section title={t('draft.title')}>
      <p>{t('draft.hint')}</p>
      <ConfirmButton
        label={label}
        title={label}
        confirmLabel={t('draft.write')}
        busy={write.isPending}
        onConfirm={() => write.mutate(found)}
      >
        {t(open === undefined ? 'draft.startHint' : 'draft.overwriteHint', { version: open?.version ?? 0 })}
      </ConfirmButton>
    </Section>
  );
};
