import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import type { Role } from '../access/views';
import { contactKinds } from '../cases/contact-kinds';
import { ContactModal } from '../cases/contact-modal';
import { OpenCaseButton } from '../cases/open-case-button';
import type { ContactKind } from '../cases/views';
import { ButtonLink } from '../ui/link';
import { ClaimButton } from './claim-button';
import { recordSignalContact, refreshSignals } from './queries';
import { ReassignModal } from './reassign-modal';
import type { SignalView } from './views';

/** A legal deadline is met by what the law asks for, so that comes first. */
const likeliestFirst = (kinds: readonly ContactKind[], rule: string): ContactKind[] => [
  ...kinds.filter((kind) => kind === rule),
  ...kinds.filter((kind) => kind !== rule),
];

const kindsFor = ({ basis }: SignalView, role: Role): readonly ContactKind[] =>
  basis === 'introduction' ? ['conversation'] : contactKinds(basis === 'unit' ? 'unit' : 'person', role);

export const SignalActions = ({ signal }: { signal: SignalView }) => {
  const { t } = useTranslation('signals');
  const client = useQueryClient();
  const { role } = useHat();
  const [dialog, setDialog] = useState<'contact' | 'reassign' | null>(null);
  const close = (): void => setDialog(null);
  const may = (ability: string): boolean => signal.abilities.includes(ability);
  return (
    <>
      <ClaimButton signal={signal} size="sm" />
      {may('signal.contact') && (
        <Button variant="default" onClick={() => setDialog('contact')}>
          {t('contact.record')}
        </Button>
      )}
      {may('signal.reassign') && (
        <Button variant="default" onClick={() => setDialog('reassign')}>
          {t('reassign.button')}
        </Button>
      )}
      {signal.caseId === null && signal.basis !== 'introduction' && (
        <OpenCaseButton about={{ signalId: signal.id }} />
      )}
      {signal.caseId !== null && (
        <ButtonLink variant="default" to="/cases/$caseId" params={{ caseId: signal.caseId }}>
          {t('toCase')}
        </ButtonLink>
      )}
      {dialog === 'contact' && (
        <ContactModal
          kinds={likeliestFirst(kindsFor(signal, role), signal.rule)}
          onClose={close}
          onRecord={(contact) => recordSignalContact(signal.id, contact)}
          onRecorded={() => refreshSignals(client)}
        />
      )}
      {dialog === 'reassign' && <ReassignModal signalId={signal.id} onClose={close} />}
    </>
  );
};
