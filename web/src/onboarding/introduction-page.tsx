import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/link';
import { Day } from '../ui/day';
import { Facts } from '../ui/facts';
import { Notice } from '../ui/notice';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { Status } from '../ui/status';
import { BuddySection } from './buddy-section';
import { CheckInList } from './check-in-list';
import { LinksSection } from './links-section';
import { holdTalk, introductionQuery } from './queries';
import { StepTimeline } from './step-timeline';
import { useAct } from './use-act';
import type { JourneyView } from './views';

const route = getRouteApi('/house/introductions/$introductionId');

const Header = ({ view }: { view: JourneyView }) => {
  const { t } = useTranslation('onboarding');
  return (
    <PageHeader
      title={view.name}
      tabTitle={t('one')}
      path={[
        <TextLink key="list" to="/introductions">
          {t('title')}
        </TextLink>,
      ]}
      meta={
        <>
          {view.unitName} ·{' '}
          <Status tone={view.state === 'running' ? 'calm' : 'quiet'}>{t(`states.${view.state}`)}</Status>
        </>
      }
    />
  );
};

const TalkNotice = ({ view }: { view: JourneyView }) => {
  const { t } = useTranslation('onboarding');
  const held = useAct(() => holdTalk(view.id));
  if (view.talkWantedOn === null || view.talkHeldOn !== null) return null;
  return (
    <Notice tone="attention" title={t('talk.title')}>
      <p>
        {t('talk.since')} <Day on={view.talkWantedOn} />. {t('talk.hint')}
      </p>
      <Button size="xs" mt="xs" loading={held.isPending} onClick={() => held.mutate(undefined)}>
        {t('talk.held')}
      </Button>
    </Notice>
  );
};

const AboutIt = ({ view }: { view: JourneyView }) => {
  const { t } = useTranslation('onboarding');
  return (
    <Facts
      items={[
        {
          label: t('facts.person'),
          value: (
            <TextLink to="/people/$personId" params={{ personId: view.personId }}>
              {view.name}
            </TextLink>
          ),
        },
        { label: t('facts.startsOn'), value: <Day on={view.startsOn} /> },
        ...(view.endedOn === null ? [] : [{ label: t('facts.endedOn'), value: <Day on={view.endedOn} /> }]),
        ...(view.pausedSince === null
          ? []
          : [{ label: t('facts.pausedSince'), value: <Day on={view.pausedSince} /> }]),
        { label: t('facts.jobGroup'), value: view.jobGroup === '' ? '–' : view.jobGroup },
        { label: t('facts.leader'), value: view.managerName ?? '–' },
        {
          label: t('facts.programme'),
          value: (
            <TextLink to="/introduction-programmes/$programmeId" params={{ programmeId: view.programmeId }}>
              {t('facts.version', { name: view.programmeName, version: view.version })}
            </TextLink>
          ),
        },
        ...(view.talkHeldOn === null
          ? []
          : [{ label: t('facts.talkHeldOn'), value: <Day on={view.talkHeldOn} /> }]),
      ]}
    />
  );
};

const Introduction = ({ view }: { view: JourneyView }) => {
  const { t } = useTranslation('onboarding');
  return (
    <>
      <Header view={view} />
      <Columns>
        <Stack>
          <TalkNotice view={view} />
          <Section
            title={t('steps.title')}
            aside={t('stepsOf', {
              done: view.steps.filter(({ settledOn }) => settledOn !== null).length,
              total: view.steps.length,
            })}
            flush
          >
            <StepTimeline view={view} />
          </Section>
        </Stack>
        <Stack>
          <Section title={t('facts.title')}>
            <AboutIt view={view} />
          </Section>
          <BuddySection view={view} />
          <LinksSection view={view} />
          <Section title={t('checkIns.title')} aside={t('checkIns.aside')}>
            <CheckInList checkIns={view.checkIns} />
          </Section>
        </Stack>
      </Columns>
    </>
  );
};

export const IntroductionPage = () => {
  const { introductionId } = route.useParams();
  const one = useQuery(introductionQuery(introductionId));
  return (
    <Answer query={one} lines={12} level="page">
      {(view) => <Introduction view={view} />}
    </Answer>
  );
};
