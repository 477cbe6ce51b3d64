import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactList } from '../signals/contact-list';
import { ContactModal } from '../signals/contact-modal';
import { SignalList } from '../signals/signal-list';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { Status } from '../ui/status';
import { CaseFacts } from './case-facts';
import { subjectName } from './case-subject';
import { CaseTimeline } from './case-timeline';
import { CloseCaseModal } from './close-case-modal';
import { FollowUpModal } from './follow-up-modal';
import { caseQuery, invitationFile, recordCaseContact, refreshCase } from './queries';
import { ReferralModal } from './referral-modal';
import type { CaseView } from './views';

const route = getRouteApi('/house/cases/$caseId');

type Step = 'contact' | 'referral' | 'followUp' | 'closure';
const STEPS: { step: Step; ability: string }[] = [
  { step: 'contact', ability: 'case.contact' },
  { step: 'referral', ability: 'case.refer' },
  { step: 'followUp', ability: 'case.follow-up' },
  { step: 'closure', ability: 'case.close' },
];

const Actions = ({ view, onStep }: { view: CaseView; onStep: (step: Step) => void }) => {
  const { t } = useTranslation('cases');
  const steps = STEPS.filter(({ ability }) => view.abilities.includes(ability));
  return (
    <>
      {steps.map(({ step }, index) => (
        <Button key={step} variant={index === 0 ? 'filled' : 'default'} onClick={() => onStep(step)}>
          {t(`steps.${step}`)}
        </Button>
      ))}
      {view.subject.kind === 'person' && view.abilities.includes('case.invite') && (
        <Button component="a" href={invitationFile(view.id)} target="_blank" variant="default">
          {t('invitation')}
        </Button>
      )}
    </>
  );
};

const Dialogs = ({ view, step, onClose }: { view: CaseView; step: Step | null; onClose: () => void }) => {
  const client = useQueryClient();
  const common = { caseId: view.id, onClose };
  return (
    <>
      <ContactModal
        opened={step === 'contact'}
        onClose={onClose}
        onRecord={(contact) => recordCaseContact(view.id, contact)}
        onRecorded={() => refreshCase(client)}
      />
      <ReferralModal opened={step === 'referral'} {...common} />
      <FollowUpModal opened={step === 'followUp'} {...common} />
      <CloseCaseModal opened={step === 'closure'} {...common} />
    </>
  );
};

const Case = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation(['cases', 'signals']);
  const [step, setStep] = useState<Step | null>(null);
  return (
    <>
      <PageHeader
        title={subjectName(view.subject)}
        tabTitle={t(`cases:kinds.${view.subject.kind}`)}
        path={[
          <TextLink key="list" to="/cases">
            {t('cases:title')}
          </TextLink>,
        ]}
        meta={
          <>
            {t(`cases:kinds.${view.subject.kind}`)} · {view.ownerName} ·{' '}
            <Status tone={view.state === 'open' ? 'calm' : 'quiet'}>{t(`cases:states.${view.state}`)}</Status>
          </>
        }
        actions={<Actions view={view} onStep={setStep} />}
      />
      <Columns>
        <Stack>
          <Section title={t('cases:timeline')} flush>
            <CaseTimeline view={view} />
          </Section>
          <Section title={t('signals:contact.title')} flush>
            <ContactList contacts={view.contacts} />
          </Section>
        </Stack>
        <Stack>
          <Section title={t('cases:facts')}>
            <CaseFacts view={view} />
          </Section>
          {view.signals.length > 0 && (
            <Section title={t('signals:title')} flush>
              <SignalList signals={view.signals} withPerson={false} />
            </Section>
          )}
        </Stack>
      </Columns>
      <Dialogs view={view} step={step} onClose={() => setStep(null)} />
    </>
  );
};

export const CasePage = () => {
  const { caseId } = route.useParams();
  const one = useQuery(caseQuery(caseId));
  return (
    <Answer query={one} level="page" lines={10}>
      {(view) => <Case view={view} />}
    </Answer>
  );
};
