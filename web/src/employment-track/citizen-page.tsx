import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BenefitNotice } from '../own-page/benefit-notice';
import { Day } from '../ui/day';
import { Facts } from '../ui/facts';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { BenefitWord } from './benefit-word';
import { ContactModal } from './contact-modal';
import { ContactTable } from './contact-table';
import { NextContact } from './next-contact';
import { citizenQuery } from './queries';
import type { CitizenView } from './views';
import { WeekSpans } from './week-spans';
import { WeekStrip } from './week-strip';

const route = getRouteApi('/house/employment-track/citizens/$citizenId');

const CitizenFacts = ({ citizen }: { citizen: CitizenView }) => {
  const { t } = useTranslation('employmentTrack');
  const format = useFormat();
  return (
    <Facts
      items={[
        { label: t('columns.benefit'), value: <BenefitWord benefit={citizen.benefit} /> },
        { label: t('columns.benefitWeeks'), value: format.number(citizen.benefitWeeks) },
        { label: t('columns.weeks'), value: format.number(citizen.weeks) },
        { label: t('columns.coach'), value: citizen.coach ?? '–' },
        { label: t('columns.coachChanges'), value: format.number(citizen.coachChanges) },
        { label: t('columns.caseworker'), value: citizen.caseworker ?? '–' },
        { label: t('columns.nextContact'), value: <NextContact on={citizen.nextContactOn} /> },
      ]}
    />
  );
};

const Citizen = ({ citizen }: { citizen: CitizenView }) => {
  const { t } = useTranslation('employmentTrack');
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('citizen', { caseNumber: citizen.caseNumber })}
        tabTitle={t('title')}
        path={[
          <TextLink key="list" to="/employment-track">
            {t('title')}
          </TextLink>,
        ]}
        meta={
          <>
            {t('knownUntil')} <Day on={citizen.lastWeek} />
          </>
        }
        actions={<Button onClick={open}>{t('contact.plan')}</Button>}
      />
      <Stack>
        <Section title={t('standing')}>
          <CitizenFacts citizen={citizen} />
        </Section>
        <Section title={t('strip.title')}>
          <WeekStrip spans={citizen.spans} />
        </Section>
        <Section title={t('spans.title')} flush>
          <WeekSpans spans={citizen.spans} />
        </Section>
        <Section title={t('contact.title')} flush>
          <ContactTable
            citizenId={citizen.id}
            page={page}
            onPage={(next) => void navigate({ search: { page: next }, resetScroll: false })}
          />
        </Section>
        <BenefitNotice />
      </Stack>
      <ContactModal opened={opened} citizenId={citizen.id} onClose={close} />
    </>
  );
};

export const CitizenPage = () => {
  const { citizenId } = route.useParams();
  const citizen = useQuery(citizenQuery(citizenId));
  return (
    <Answer query={citizen} level="page">
      {(view) => <Citizen citizen={view} />}
    </Answer>
  );
};
