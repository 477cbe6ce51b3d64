import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OpenCaseButton } from '../cases/open-case-button';
import { PERSON_CONTACTS } from '../cases/views';
import { ButtonLink, TextLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { ClaimButton } from './claim-button';
import { ContactList } from '../cases/contact-list';
import { ContactModal } from '../cases/contact-modal';
import { recordSignalContact, refreshSignals, signalQuery } from './queries';
import { SignalFactsView } from './signal-facts';
import { RuleName, SignalStateWord } from './signal-words';
import { useRuleName } from './use-rule-name';
import type { SignalView } from './views';

const route = getRouteApi('/house/signals/$signalId');

const Actions = ({ signal, onContact }: { signal: SignalView; onContact: () => void }) => {
  const { t } = useTranslation('signals');
  return (
    <>
      <ClaimButton signal={signal} size="sm" />
      {signal.abilities.includes('signal.contact') && (
        <Button variant="default" onClick={onContact}>
          {t('contact.record')}
        </Button>
      )}
      {signal.caseId !== null && (
        <ButtonLink variant="default" to="/cases/$caseId" params={{ caseId: signal.caseId }}>
          {t('toCase')}
        </ButtonLink>
      )}
      {signal.caseId === null && <OpenCaseButton about={{ signalId: signal.id }} />}
    </>
  );
};

const Signal = ({ signal }: { signal: SignalView }) => {
  const { t } = useTranslation('signals');
  const ruleName = useRuleName();
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={signal.personName}
        tabTitle={ruleName(signal.rule)}
        path={[
          <TextLink key="list" to="/signals">
            {t('title')}
          </TextLink>,
        ]}
        meta={
          <>
            <RuleName signal={signal} /> · {signal.unitName} · <SignalStateWord signal={signal} />
          </>
        }
        actions={<Actions signal={signal} onContact={open} />}
      />
      {signal.withdrawnBecause !== null && (
        <Notice tone="quiet" title={t('withdrawn')}>
          {signal.withdrawnBecause}
        </Notice>
      )}
      <Columns>
        <Section title={t('facts.title')}>
          <SignalFactsView signal={signal} />
        </Section>
        <Stack>
          <Section title={t('contact.title')} flush>
            <ContactList contacts={signal.contacts} />
          </Section>
        </Stack>
      </Columns>
      {opened && (
        <ContactModal
          kinds={PERSON_CONTACTS}
          onClose={close}
          onRecord={(contact) => recordSignalContact(signal.id, contact)}
          onRecorded={() => refreshSignals(client)}
        />
      )}
    </>
  );
};

export const SignalPage = () => {
  const { signalId } = route.useParams();
  const signal = useQuery(signalQuery(signalId));
  return (
    <Answer query={signal} level="page" lines={8}>
      {(view) => <Signal signal={view} />}
    </Answer>
  );
};
