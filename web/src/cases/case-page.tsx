import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BenefitNotice } from '../own-page/benefit-notice';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { Status } from '../ui/status';
import { CaseActions, type CaseStep } from './case-actions';
import { CaseDialogs } from './case-dialogs';
import { CaseFacts } from './case-facts';
import { CaseJournal } from './case-journal';
import { CaseMeasures } from './case-measures';
import { CaseSignals } from './case-signals';
import { subjectName } from './case-subject';
import { CaseTimeline } from './case-timeline';
import { ContactList } from './contact-list';
import { caseQuery } from './queries';
import type { CaseView } from './views';

const route = getRouteApi('/house/cases/$caseId');

const Header = ({ view, onStep }: { view: CaseView; onStep: (step: CaseStep) => void }) => {
  const { t } = useTranslation('cases');
  return (
    <PageHeader
      title={subjectName(view)}
      tabTitle={t(`kinds.${view.subject}`)}
      path={[
        <TextLink key="list" to="/cases">
          {t('title')}
        </TextLink>,
      ]}
      meta={
        <>
          {t(`kinds.${view.subject}`)} · {view.ownerName} ·{' '}
          <Status tone={view.state === 'open' ? 'calm' : 'quiet'}>{t(`states.${view.state}`)}</Status>
        </>
      }
      actions={<CaseActions view={view} onStep={onStep} />}
    />
  );
};

const Case = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation(['cases', 'signals']);
  const [step, setStep] = useState<CaseStep | null>(null);
  const mayFinish = view.state === 'open' && view.abilities.includes('case.follow-up');
  return (
    <>
      <Header view={view} onStep={setStep} />
      <Columns>
        <Stack>
          <Section title={t('cases:timeline')} flush>
            <CaseTimeline view={view} mayFinish={mayFinish} />
          </Section>
          {view.subject === 'unit' && <CaseMeasures view={view} />}
          <Section title={t('signals:contact.title')} flush>
            <ContactList contacts={view.contacts} />
          </Section>
        </Stack>
        <Stack>
          <Section title={t('cases:facts')}>
            <CaseFacts view={view} />
          </Section>
          {view.state === 'closed' && view.abilities.includes('case.journal') && (
            <CaseJournal caseId={view.id} />
          )}
          {view.signals.length > 0 && <CaseSignals signals={view.signals} />}
          <BenefitNotice />
        </Stack>
      </Columns>
      <CaseDialogs view={view} step={step} onClose={() => setStep(null)} />
    </>
  );
};

export const CasePage = () => {
  const { caseId } = route.useParams();
  const one = useQuery(caseQuery(caseId));
  return (
    <Answer query={one} lines={10} level="page">
      {(view) => <Case view={view} />}
    </Answer>
  );
};
